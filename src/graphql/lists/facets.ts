import type { GraphQLResolveInfo } from 'graphql';

import type { FacetBucket, PersonFacet, TitleFacet } from '../../store/model/model.ts';
import { builder } from '../base/builder.ts';
import { costs } from '../base/cost.ts';
import { inputJson } from '../base/json.ts';

/** The facets of one list, each counted when it is selected. */
export interface Facets<Name extends string> {
  /** The input that the list was asked for with, `TitleFilter`, and its value. */
  type: string;
  filter: object;
  count: (facet: Name) => Promise<readonly FacetBucket<object>[]>;
}

interface BucketValue {
  bucket: FacetBucket<object>;
  facets: Pick<Facets<string>, 'type' | 'filter'>;
  /** The enum of which the value is one. */
  enumName: string | undefined;
}

/** Filters as JSON, of lists and of their buckets: made once for all aliases. */
const filters = new WeakMap<object, object>();

function filterOf(value: BucketValue, info: GraphQLResolveInfo): object {
  const { bucket, facets } = value;
  const { type } = facets;
  const ofList = madeOnce(facets, () => inputJson(facets.filter, { type, info }) as object);
  return madeOnce(value, () => ({ ...ofList, ...(inputJson(bucket.narrows, { type, info }) as object) }));
}

function madeOnce(of: object, make: () => object): object {
  const made = filters.get(of) ?? make();
  filters.set(of, made);
  return made;
}

const BucketRef = builder.objectRef<BucketValue>('FacetBucket').implement({
  description: 'The rows of a list that have one value in common.',
  fields: (t) => ({
    value: t.string({
      description:
        'The value, for programs: a word, the name of an enum value, or the number that a range begins with.',
      resolve: ({ bucket, enumName }, _args, _context, info) =>
        String(enumName === undefined ? bucket.value : inputJson(bucket.value, { type: enumName, info })),
    }),
    label: t.string({ description: 'The value, for people, in English.', resolve: ({ bucket }) => bucket.label }),
    count: t.int({
      description: "Rows with this value that fit the filter without the facet's own part.",
      resolve: ({ bucket }) => bucket.count,
    }),
    filter: t.field({
      type: 'JSON',
      extensions: costs({ weight: 10, repeats: 'filter' }),
      description: 'The whole filter to send next: the same list, narrowed down to these rows.',
      resolve: (value, _args, _context, info) => filterOf(value, info),
    }),
  }),
});

const MOST_FIRST = 'The largest first.';
const IN_ORDER = 'In order; titles without one are in none.';

/** A field for each facet. */
function facetFields<Name extends string>(
  name: string,
  { description, facets }: { description: string; facets: Record<Name, { description: string; enumName?: string }> },
) {
  return builder.objectRef<Facets<Name>>(name).implement({
    description,
    fields: (t) =>
      Object.fromEntries(
        Object.entries<{ description: string; enumName?: string }>(facets).map(
          ([facet, { description: says, enumName }]) => [
            facet,
            t.field({
              type: [BucketRef],
              extensions: costs({ weight: 20_000, rows: 30 }),
              description: says,
              resolve: async (list) =>
                (await list.count(facet as Name)).map((bucket) => ({ bucket, facets: list, enumName })),
            }),
          ],
        ),
      ),
  });
}

const WHAT =
  'What a list can be narrowed down to. Each facet counts the rows that fit the filter without its own part, so that its other values stay in sight, and only when it is selected. Values that nothing has are not there.';

export const TitleFacetsRef = facetFields<TitleFacet>('TitleFacets', {
  description: WHAT,
  facets: {
    genre: { description: `By genre; without filter.genres. ${MOST_FIRST}`, enumName: 'Genre' },
    type: { description: `By type; without filter.types. ${MOST_FIRST}`, enumName: 'TitleType' },
    decade: { description: `By decade of the startYear; without filter.year. ${IN_ORDER}` },
    ratingBucket: { description: `By average rating, in whole points; without filter.rating. ${IN_ORDER}` },
    runtimeBucket: {
      description: `By running time, in half hours, three hours and more together; without filter.runtimeMinutes. ${IN_ORDER}`,
    },
    akaRegion: { description: `By the markets they have another title in; without filter.akaRegions. ${MOST_FIRST}` },
  },
});

export const PersonFacetsRef = facetFields<PersonFacet>('PersonFacets', {
  description: WHAT,
  facets: {
    profession: { description: `By profession; without filter.professions. ${MOST_FIRST}` },
    birthDecade: {
      description: 'By decade of birth; without filter.birthYear. In order; people without a year are in none.',
    },
    deathDecade: {
      description: 'By decade of death; without filter.deathYear. In order; people without a year are in none.',
    },
  },
});
