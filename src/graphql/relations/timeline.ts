import type { Timeline, TimelinePeriod, Years } from '../../store/relations/timeline.ts';
import { builder } from '../base/builder.ts';
import { costs } from '../base/cost.ts';
import { PersonRef, RatingRef, TitleRef } from '../base/refs.ts';
import { CREDIT_SCOPE } from '../credits/credit.ts';
import { CreditCategoryEnum } from '../inputs/enums.ts';

/** The periods and gaps of a long career, for the cost. */
const USUAL_PERIODS = 40;
const USUAL_GAPS = 5;

const START = 'First year.';
const END = 'Last year, which belongs to it; the first one too, by years.';

const TimelineUnitEnum = builder.enumType('TimelineUnit', {
  description: 'Length of the periods of a timeline.',
  values: {
    YEAR: { description: 'A year each.' },
    DECADE: { description: 'Ten years each, of which the first is divisible by ten: 1990 to 1999.' },
  } as const,
});

const TimelinePeriodRef = builder.objectRef<TimelinePeriod>('TimelinePeriod').implement({
  description: 'A period in which titles began that the person is credited on.',
  fields: (t) => ({
    startYear: t.exposeInt('startYear', { description: START }),
    endYear: t.exposeInt('endYear', { description: END }),
    titles: t.exposeInt('titles', { description: 'Number of distinct titles; an episode is one.' }),
    credits: t.exposeInt('credits', { description: `Number of credits on them: ${CREDIT_SCOPE}.` }),
    rating: t.field({
      type: RatingRef,
      nullable: true,
      description:
        'Mean of the ratings of the titles weighted by their votes, not rounded, and the sum of the votes; each title counts once. Null if none has votes.',
      resolve: ({ rating }) => rating,
    }),
    bestTitle: t.field({
      type: TitleRef,
      nullable: true,
      description:
        'Title with the highest rating; of equal ones, the one with the most votes, then the lowest id. Null if none is rated.',
      resolve: ({ bestTitle }) => bestTitle,
    }),
  }),
});

const TimelineGapRef = builder.objectRef<Years>('TimelineGap').implement({
  description: 'Periods without titles between two that have some, joined to one.',
  fields: (t) => ({
    startYear: t.exposeInt('startYear', { description: START }),
    endYear: t.exposeInt('endYear', { description: 'Last year, which belongs to it.' }),
  }),
});

const TimelineRef = builder.objectRef<Timeline>('Timeline').implement({
  description: `Work of a person by the years of the titles: ${CREDIT_SCOPE}. Adult titles are included.`,
  fields: (t) => ({
    periods: t.field({
      type: [TimelinePeriodRef],
      extensions: costs({ rows: USUAL_PERIODS }),
      description: 'Periods with titles, the earliest first. Empty if no title has a year.',
      resolve: ({ periods }) => periods,
    }),
    gaps: t.field({
      type: [TimelineGapRef],
      extensions: costs({ rows: USUAL_GAPS }),
      description: 'Gaps between the periods, the earliest first.',
      resolve: ({ gaps }) => gaps,
    }),
    undated: t.exposeInt('undated', {
      description:
        'Number of titles without a year, which are in no period; titles that are not in the data are among them.',
    }),
  }),
});

builder.objectField(PersonRef, 'timeline', (t) =>
  t.field({
    type: TimelineRef,
    extensions: costs({ weight: 1000 }),
    description: 'Work of the person by years or by decades, by the startYear of the titles.',
    args: {
      by: t.arg({
        type: TimelineUnitEnum,
        required: true,
        defaultValue: 'YEAR',
        description: 'Length of the periods. Default YEAR.',
      }),
      category: t.arg({
        type: CreditCategoryEnum,
        description:
          'Counts only credits of this category. OTHER stands for every category that the enum does not know. Default: all.',
      }),
    },
    resolve: (person, { by, category }, { loaders }) =>
      loaders.relations.timeline(person.id, { by, category: category ?? undefined }),
  }),
);
