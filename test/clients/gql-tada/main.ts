import { Client, fetchExchange } from '@urql/core';

import { graphql, readFragment } from './graphql.ts';
import type { FragmentOf } from './graphql.ts';

const TitleLine = graphql(`
  fragment TitleLine on Title {
    id
    primaryTitle
    startYear
  }
`);

const Film = graphql(
  `
    query Film($id: ID!) {
      title(id: $id) {
        ...TitleLine
      }
    }
  `,
  [TitleLine],
);

const Dramas = graphql(
  `
    query Dramas($filter: TitleFilter!, $first: Int!, $after: String) {
      titles(filter: $filter, orderBy: [{ field: VOTES }], first: $first, after: $after) {
        edges {
          node {
            ...TitleLine
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [TitleLine],
);

function titleLine(title: FragmentOf<typeof TitleLine>): string {
  const { primaryTitle, startYear } = readFragment(TitleLine, title);
  return `${primaryTitle} (${startYear ?? 'no year'})`;
}

// Any client that takes typed documents will do.
const client = new Client({
  url: process.argv[2] ?? 'http://localhost:4000/graphql',
  exchanges: [fetchExchange],
  preferGetMethod: 'within-url-limit',
});

// Variables.
const film = await client.query(Film, { id: 'tt0900001' });
if (film.data?.title) console.log(titleLine(film.data.title));

// Paging: the cursor of one page leads to the next.
const variables = { filter: { genres: { any: ['DRAMA' as const] } }, first: 3 };
const first = await client.query(Dramas, variables);
const second = await client.query(Dramas, { ...variables, after: first.data?.titles?.pageInfo.endCursor });
for (const { node } of [first, second].flatMap(({ data }) => data?.titles?.edges ?? [])) {
  console.log(`- ${titleLine(node)}`);
}

// Errors: the code is for programs, the message for people.
const { error } = await client.query(Film, { id: 'no id' });
for (const { extensions, message } of error?.graphQLErrors ?? []) {
  console.log(`${String(extensions['code'])}: ${message}`);
}
