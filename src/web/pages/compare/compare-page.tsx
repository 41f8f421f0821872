import type { JSX } from 'preact';

import { useAnswer } from '../../data/use-answer.ts';
import { ComparePageDocument } from '../../generated/graphql.ts';
import type { ComparePageQuery } from '../../generated/graphql.ts';
import { Heading, Page } from '../../parts/page.tsx';
import { usePageOf } from '../../parts/pager.tsx';
import { useQueryString } from '../../routing/use-query-string.ts';
import { REGION } from '../../words/reader.ts';
import { CompareForm } from './compare-form.tsx';
import { comparedOf, nameOfNode } from './compared.ts';
import { Facts } from './facts.tsx';
import { PeopleInCommon } from './people-in-common.tsx';
import { Similarity } from './similarity.tsx';
import { Suggestions } from './suggestions.tsx';
import { TitlesInCommon } from './titles-in-common.tsx';

/** Two titles or two people side by side, at `/compare?a=…&b=…`; without both, what each may be compared with. */
export function ComparePage(): JSX.Element {
  const { values } = useQueryString();
  const { a = '', b = '' } = values;
  const page = usePageOf('shared', 24);
  const answer = useAnswer(ComparePageDocument, {
    a,
    b,
    hasA: a !== '',
    hasB: b !== '',
    isAsked: a !== '' && b !== '',
    isOne: a !== '' && b === '',
    isNone: a === '',
    region: REGION,
    ...page,
  });
  return (
    <Page answer={answer} titleOf={titleOf}>
      {(data) => (
        <>
          <Heading class="my-4 text-2xl" takesFocus={data.compare !== undefined}>
            {titleOf(data)}
          </Heading>
          <CompareForm a={comparedOf(data.a)} b={comparedOf(data.b)} />
          {data.compare === undefined ? <Suggestions data={data} /> : <Comparison data={data} />}
        </>
      )}
    </Page>
  );
}

function Comparison({ data }: { data: ComparePageQuery }): JSX.Element {
  const { values } = useQueryString();
  const { compare } = data;
  const [a, b] = [comparedOf(data.a), comparedOf(data.b)];
  if (a === undefined || b === undefined || compare == null) {
    const unknown = [a === undefined ? values['a'] : '', b === undefined ? values['b'] : '']
      .filter(Boolean)
      .join(' and ');
    return (
      <p class="notice" role="status">
        Nothing in the data has the id {unknown}. Pick something by name.
      </p>
    );
  }
  return (
    <>
      <Facts a={a} b={b} />
      {compare.__typename === 'TitleComparison' ? (
        <>
          <Similarity similarity={compare.similarity} />
          <PeopleInCommon shared={compare.sharedPeople} a={nameOfNode(a)} b={nameOfNode(b)} />
        </>
      ) : (
        <TitlesInCommon comparison={compare} a={a} b={b} />
      )}
    </>
  );
}

function titleOf({ a, b }: ComparePageQuery): string {
  const names = [a, b].map(comparedOf).map((node) => node && nameOfNode(node));
  return names.every((name) => name === undefined)
    ? 'Compare two titles or two people'
    : names.map((name) => name ?? '…').join(' and ');
}
