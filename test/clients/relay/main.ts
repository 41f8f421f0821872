import { fetchQuery, getFragment, getSingularSelector } from 'relay-runtime';

import lineQuery from './__generated__/titlesLineQuery.graphql';
import type { titlesLineQuery } from './__generated__/titlesLineQuery.graphql';
import type { titlesDramasQuery } from './__generated__/titlesDramasQuery.graphql';
import type { titlesFilmQuery } from './__generated__/titlesFilmQuery.graphql';
import type { titles_line$data, titles_line$key } from './__generated__/titles_line.graphql';
import { createEnvironment } from './environment';
import { dramas, film, titleLine } from './titles';

const environment = createEnvironment(process.argv[2] ?? 'http://localhost:4000/graphql');

async function main(): Promise<void> {
  // Variables.
  const found = await fetchQuery<titlesFilmQuery>(environment, film, { id: 'tt0900001' }).toPromise();
  if (found?.title.ok && found.title.value) console.log(lineOf(found.title.value));

  // Refetch of a node, as useRefetchableFragment does it in React.
  const again = await fetchQuery<titlesLineQuery>(environment, lineQuery, { id: 'tt0900001' }).toPromise();
  if (again?.node) console.log(`again: ${lineOf(again.node)}`);

  // Paging, as usePaginationFragment does it in React: the store makes one list of the pages.
  const variables = { filter: { genres: { any: ['DRAMA' as const] } }, count: 3 };
  const first = await fetchQuery<titlesDramasQuery>(environment, dramas, variables).toPromise();
  const cursor = first?.titles?.pageInfo.endCursor;
  const list = await fetchQuery<titlesDramasQuery>(environment, dramas, { ...variables, cursor }).toPromise();
  for (const { node } of list?.titles?.edges ?? []) console.log(`- ${lineOf(node)}`);

  // Errors: @catch keeps their codes.
  const failed = await fetchQuery<titlesFilmQuery>(environment, film, { id: 'no id' }).toPromise();
  if (failed?.title.ok === false) {
    for (const { extensions } of failed.title.errors as { extensions: { code: string } }[])
      console.log(extensions.code);
  }
}

/** What useFragment does in React. */
function lineOf(title: titles_line$key): string {
  const selector = getSingularSelector(getFragment(titleLine), title);
  if (selector === null || selector === undefined) throw new Error('no title');
  const { primaryTitle, startYear } = environment.lookup(selector).data as titles_line$data;
  return `${primaryTitle} (${startYear ?? 'no year'})`;
}

void main();
