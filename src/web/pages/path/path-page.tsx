import type { JSX } from 'preact';

import { useAnswer } from '../../data/use-answer.ts';
import { PathPageDocument } from '../../generated/graphql.ts';
import { Heading, Page } from '../../parts/page.tsx';
import { useQueryString } from '../../routing/use-query-string.ts';
import { REGION } from '../../words/reader.ts';
import { Examples } from './examples.tsx';
import { FEW, numberOf, USUAL_STEPS, viaNameOf, VIAS } from './path-choice.ts';
import { PathForm } from './path-form.tsx';
import { Paths } from './paths.tsx';

/** How two people are connected, at `/path?from=…&to=…`; without both, what it is about, and examples. */
export function PathPage(): JSX.Element {
  const { values } = useQueryString();
  const { from = '', to = '', via } = values;
  const isAsked = from !== '' && to !== '';
  const answer = useAnswer(PathPageDocument, {
    from,
    to,
    hasFrom: from !== '',
    hasTo: to !== '',
    isAsked,
    needsExamples: !isAsked,
    region: REGION,
    alternatives: numberOf(values['alternatives'], FEW),
    maxDegrees: numberOf(values['maxDegrees'], USUAL_STEPS),
    ...VIAS.get(viaNameOf(via))?.how,
  });
  return (
    <Page answer={answer} titleOf={(data) => titleOf(data.from?.primaryName, data.to?.primaryName)}>
      {(data) => (
        <>
          <Heading class="my-4 text-2xl" takesFocus={isAsked}>
            {titleOf(data.from?.primaryName, data.to?.primaryName)}
          </Heading>
          <PathForm from={data.from} to={data.to} />
          {data.path === undefined ? <Examples data={data} /> : <Paths data={data} paths={data.path} />}
        </>
      )}
    </Page>
  );
}

function titleOf(from: string | undefined, to: string | undefined): string {
  if (from !== undefined && to !== undefined) return `From ${from} to ${to}`;
  return from === undefined && to === undefined ? 'How people are connected' : `From ${from ?? '…'} to ${to ?? '…'}`;
}
