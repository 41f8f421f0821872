import { Dramas, Film, titleLine } from './documents.ts';
import { request } from './request.ts';

const url = process.argv[2] ?? 'http://localhost:4000/graphql';

// Variables.
const film = await request(url, { document: Film, variables: { id: 'tt0900001' } });
if (film.data?.title) console.log(titleLine(film.data.title));

// Paging: the cursor of one page leads to the next.
const first = await dramas(null);
const second = await dramas(first?.pageInfo.endCursor);
for (const { node } of [first, second].flatMap((page) => page?.edges ?? [])) console.log(`- ${titleLine(node)}`);

// Errors: the code is for programs, the message for people.
const { errors = [] } = await request(url, { document: Film, variables: { id: 'no id' } });
for (const { extensions, message } of errors) console.log(`${extensions.code}: ${message}`);

async function dramas(after: string | null | undefined) {
  const variables = { filter: { genres: { any: ['DRAMA' as const] } }, first: 3, after };
  const { data } = await request(url, { document: Dramas, variables });
  return data?.titles;
}
