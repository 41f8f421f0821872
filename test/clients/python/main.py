"""Asks marquee with the standard library alone: python3 main.py http://localhost:4000/graphql"""

import json
import sys
from urllib.error import HTTPError
from urllib.request import Request, urlopen

URL = sys.argv[1] if len(sys.argv) > 1 else "http://localhost:4000/graphql"

TITLE_LINE = "fragment TitleLine on Title { id primaryTitle startYear }"

FILM = TITLE_LINE + " query Film($id: ID!) { title(id: $id) { ...TitleLine } }"

DRAMAS = TITLE_LINE + """
  query Dramas($filter: TitleFilter!, $first: Int!, $after: String) {
    titles(filter: $filter, orderBy: [{ field: VOTES }], first: $first, after: $after) {
      nodes { ...TitleLine }
      pageInfo { hasNextPage endCursor }
    }
  }
"""


class GraphQLError(Exception):
    """The errors of an answer; the code of each is for programs, its message for people."""

    def __init__(self, errors):
        super().__init__("; ".join(error["message"] for error in errors))
        self.codes = [error["extensions"]["code"] for error in errors]


def ask(query, variables):
    """The data of the answer. An answer with errors has data, too, where a field was answered: see `errors`."""
    body = json.dumps({"query": query, "variables": variables}).encode()
    headers = {"content-type": "application/json", "accept": "application/graphql-response+json"}
    try:
        with urlopen(Request(URL, body, headers), timeout=30) as response:
            answer = json.load(response)
    except HTTPError as refusal:  # 400 and more have the errors in their body.
        answer = json.load(refusal)
    if "errors" in answer:
        raise GraphQLError(answer["errors"])
    return answer["data"]


def pages(query, variables, field):
    """The nodes of one page after the other, as long as there are more."""
    after = None
    while True:
        connection = ask(query, {**variables, "after": after})[field]
        yield connection["nodes"]
        if not connection["pageInfo"]["hasNextPage"]:
            return
        after = connection["pageInfo"]["endCursor"]


def line(title):
    return f"{title['primaryTitle']} ({title['startYear'] or 'no year'})"


def main():
    print(line(ask(FILM, {"id": "tt0900001"})["title"]))
    dramas = pages(DRAMAS, {"filter": {"genres": {"any": ["DRAMA"]}}, "first": 3}, "titles")
    for _ in range(2):
        for title in next(dramas):
            print("-", line(title))
    try:
        ask(FILM, {"id": "no id"})
    except GraphQLError as error:
        print(f"{error.codes[0]}: {error}")


main()
