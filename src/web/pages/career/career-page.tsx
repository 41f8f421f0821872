import type { JSX } from 'preact';

import { useAnswer } from '../../data/use-answer.ts';
import { CareerPageDocument } from '../../generated/graphql.ts';
import type { CreditCategory } from '../../generated/graphql.ts';
import { MissingPage } from '../../parts/missing-page.tsx';
import { Heading, Page } from '../../parts/page.tsx';
import { usePageOf } from '../../parts/pager.tsx';
import { href } from '../../routing/base.ts';
import { useQueryString } from '../../routing/use-query-string.ts';
import { CareerList } from './career-list.tsx';
import { CATEGORIES, CATEGORY_SLUGS, careerOrderOf, categoryOf } from './categories.ts';

const USUAL_MINIMUM = 1;
/** A mean of the ratings of few titles says little. */
const USUAL_MINIMUM_OF_MEANS = 5;

/** People by the work of their whole life in one category, at `/career/:category`. */
export function CareerPage({ category: slug }: { category: string }): JSX.Element {
  const category = categoryOf(slug);
  return category === undefined ? <MissingPage what="category" /> : <Careers category={category} />;
}

function Careers({ category }: { category: CreditCategory }): JSX.Element {
  const { order, min } = useQueryString().values;
  const orderBy = careerOrderOf(order);
  const isByMean = orderBy === 'MEAN_RATING';
  const minimum = Number(min) || (isByMean ? USUAL_MINIMUM_OF_MEANS : USUAL_MINIMUM);
  const answer = useAnswer(CareerPageDocument, {
    category,
    orderBy,
    minTitles: minimum,
    minRatedTitles: isByMean ? minimum : undefined,
    ...usePageOf('', 25),
  });
  return (
    <Page answer={answer} titleOf={() => `${CATEGORIES[category]}: careers`}>
      {({ careers }) => (
        <>
          <Heading class="mt-4">{CATEGORIES[category]}</Heading>
          <p class="max-w-3xl text-soft">
            People by the titles on which IMDb’s files credit them. These list principal cast and crew alone; episodes
            are not counted.
          </p>
          <nav class="no-print mt-2 flex flex-wrap gap-1.5" aria-label="Categories">
            {CATEGORY_SLUGS.map((other) => (
              <a
                key={other.slug}
                class={other.category === category ? 'chip-on' : 'chip'}
                aria-current={other.category === category ? 'page' : undefined}
                href={href(`/career/${other.slug}`, { order, min })}
              >
                {CATEGORIES[other.category]}
              </a>
            ))}
          </nav>
          {careers !== null && <CareerList careers={careers} orderBy={orderBy} minimum={minimum} />}
        </>
      )}
    </Page>
  );
}
