import { Dramas, Film, titleLine } from '../client-preset/documents.ts';
import { createClient } from './client.ts';

const client = createClient(process.argv[2] ?? 'http://localhost:4000/graphql');

// Variables.
const film = await client.query(Film, { id: 'tt0900001' });
if (film.data?.title) console.log(titleLine(film.data.title));

// Paging: the cache makes one list of the pages, so that the second has the rows of both.
const variables = { filter: { genres: { any: ['DRAMA' as const] } }, first: 3 };
const { data } = await client.query(Dramas, variables);
const list = await client.query(Dramas, { ...variables, after: data?.titles?.pageInfo.endCursor });
for (const { node } of list.data?.titles?.edges ?? []) console.log(`- ${titleLine(node)}`);

// Errors: the code is for programs, the message for people.
const { error } = await client.query(Film, { id: 'no id' });
for (const { extensions, message } of error?.graphQLErrors ?? []) {
  console.log(`${String(extensions['code'])}: ${message}`);
}
