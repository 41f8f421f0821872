import type { JSX } from 'preact';

import type { CareerOrderField, CareerPageQuery } from '../../generated/graphql.ts';
import { PersonRow } from '../../lists/person-row.tsx';
import { ListHead } from '../../lists/title-list.tsx';
import { useListTop } from '../../lists/use-list-top.ts';
import { Pager } from '../../parts/pager.tsx';
import { countOf } from '../../words/count-of.ts';
import { asRating, asShortNumber } from '../../words/format.ts';
import { CareerControls } from './career-controls.tsx';

type Careers = NonNullable<CareerPageQuery['careers']>;
type Career = Careers['nodes'][number];

export interface CareerListProps {
  careers: Careers;
  orderBy: CareerOrderField;
  minimum: number;
}

/** A page of people with the numbers of their careers; the number that orders them comes first. */
export function CareerList({ careers, orderBy, minimum }: CareerListProps): JSX.Element {
  const { nodes, pageInfo, totalCount } = careers;
  const top = useListTop(pageInfo.startCursor);
  return (
    <div ref={top}>
      <ListHead count={countOf(totalCount, 'person', 'people')}>
        <CareerControls orderBy={orderBy} minimum={minimum} />
      </ListHead>
      {nodes.length === 0 && <p class="notice">Nobody has that many titles here. A smaller minimum finds more.</p>}
      <ul>
        {nodes.map((career) => (
          <li key={career.person.id} class="border-b border-line">
            <PersonRow person={career.person} end={<Numbers career={career} orderBy={orderBy} />} />
          </li>
        ))}
      </ul>
      <Pager name="" pageInfo={pageInfo} label="people" />
    </div>
  );
}

function Numbers({ career, orderBy }: { career: Career; orderBy: CareerOrderField }): JSX.Element {
  const { titles, votes, meanRating } = career;
  const words: Readonly<Record<CareerOrderField, string>> = {
    TITLES: countOf(titles, 'title'),
    VOTES: `${asShortNumber(votes)} ${votes === 1 ? 'vote' : 'votes'}`,
    MEAN_RATING: meanRating === null ? 'not rated' : `mean ${asRating(meanRating)}`,
  };
  const others = (Object.keys(words) as CareerOrderField[]).filter((field) => field !== orderBy);
  return (
    <>
      <p class="font-semibold whitespace-nowrap tabular-nums">{words[orderBy]}</p>
      {others.map((field) => (
        <p key={field} class="text-sm whitespace-nowrap text-soft tabular-nums">
          {words[field]}
        </p>
      ))}
    </>
  );
}
