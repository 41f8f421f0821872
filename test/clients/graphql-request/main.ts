import { ClientError, GraphQLClient } from 'graphql-request';

import { Dramas, Film, titleLine } from '../client-preset/documents.ts';

const client = new GraphQLClient(process.argv[2] ?? 'http://localhost:4000/graphql');

// Variables.
const { title } = await client.request(Film, { id: 'tt0900001' });
if (title) console.log(titleLine(title));

// Paging: the cursor of one page leads to the next.
const variables = { filter: { genres: { any: ['DRAMA' as const] } }, first: 3 };
const first = await client.request(Dramas, variables);
const second = await client.request(Dramas, { ...variables, after: first.titles?.pageInfo.endCursor });
for (const { node } of [first, second].flatMap(({ titles }) => titles?.edges ?? [])) {
  console.log(`- ${titleLine(node)}`);
}

// Errors: the code is for programs, the message for people.
try {
  await client.request(Film, { id: 'no id' });
} catch (error) {
  if (!(error instanceof ClientError)) throw error;
  for (const { extensions, message } of error.response.errors ?? []) {
    console.log(`${String(extensions['code'])}: ${message}`);
  }
}
