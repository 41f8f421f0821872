#!/bin/sh
# Asks marquee with curl and jq: sh main.sh http://localhost:4000/graphql
set -eu
url=${1:-http://localhost:4000/graphql}

# ask QUERY VARIABLES: a POST. --compressed asks for br or gzip and unpacks it.
ask() {
  jq -n --arg query "$1" --argjson variables "$2" '{query: $query, variables: $variables}' |
    curl -sS --compressed -H 'content-type: application/json' --data-binary @- "$url"
}

line='fragment TitleLine on Title { id primaryTitle startYear }'
film="$line query Film(\$id: ID!) { title(id: \$id) { ...TitleLine } }"
dramas="$line query Dramas(\$after: String) {
  titles(filter: { genres: { any: [DRAMA] } }, orderBy: [{ field: VOTES }], first: 3, after: \$after) {
    nodes { ...TitleLine }
    pageInfo { endCursor }
  }
}"

# Variables, in a GET: browsers and proxies keep its answer.
curl -sS --get "$url" --data-urlencode "query=$film" --data-urlencode 'variables={"id":"tt0900001"}' |
  jq -r '.data.title | "\(.primaryTitle) (\(.startYear))"'

# Paging: the cursor of one page leads to the next.
after=null
for _ in 1 2; do
  page=$(ask "$dramas" "{\"after\": $after}")
  printf '%s' "$page" | jq -r '.data.titles.nodes[] | "- \(.primaryTitle) (\(.startYear))"'
  after=$(printf '%s' "$page" | jq '.data.titles.pageInfo.endCursor')
done

# Errors: the code is for programs, the message for people.
ask "$film" '{"id": "no id"}' | jq -r '.errors[] | "\(.extensions.code): \(.message)"'
