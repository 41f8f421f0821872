import { CombinedGraphQLErrors } from '@apollo/client';

import { Dramas, Film, titleLine } from '../client-preset/documents.ts';
import { createClient } from './client.ts';

const client = createClient(process.argv[2] ?? 'http://localhost:4000/graphql');

// Variables.
const film = await client.query({ query: Film, variables: { id: 'tt0900001' } });
if (film.data?.title) console.log(titleLine(film.data.title));

// Paging, as useQuery and fetchMore do it in React: the cache makes one list of the pages.
const variables = { filter: { genres: { any: ['DRAMA' as const] } }, first: 3 };
const pages = client.watchQuery({ query: Dramas, variables });
const watching = pages.subscribe(() => undefined);
const { data } = await pages.refetch();
await pages.fetchMore({ variables: { after: data?.titles?.pageInfo.endCursor } });
for (const { node } of client.readQuery({ query: Dramas, variables })?.titles?.edges ?? []) {
  console.log(`- ${titleLine(node)}`);
}
watching.unsubscribe();

// Errors: the code is for programs, the message for people.
try {
  await client.query({ query: Film, variables: { id: 'no id' } });
} catch (error) {
  if (!CombinedGraphQLErrors.is(error)) throw error;
  for (const { extensions, message } of error.errors) console.log(`${String(extensions?.['code'])}: ${message}`);
}
client.stop();
