import type { GraphQLResolveInfo } from 'graphql';

import type { FacetBucket, PersonFacet, TitleFacet } from '../../store/model/model.ts';
import { builder } from '../base/builder.ts';
import { costs } from '../base/cost.ts';
import { inputJson } from '../base/json.ts';

/** Facets of one list. Each is counted only if it is selected. */
export interface Facets<Name extends string> {
  /** Name of the input type of the list's filter. */
  type: FilterName;
  filter: object;
  count: (facet: Name) => Promise<readonly FacetBucket<object>[]>;
}

type FilterName = 'TitleFilter' | 'PersonFilter';

interface BucketValue {
  bucket: FacetBucket<object>;
  facets: Pick<Facets<string>, 'type' | 'filter'>;
  /** The enum that the value belongs to, if any. */
  enumName: string | undefined;
}

/** Filters of lists and of their buckets as JSON, made once for all aliases. */
const filters = new WeakMap<object, object>();

function filterOf(value: BucketValue, info: GraphQLResolveInfo): object {
  const { bucket, facets } = value;
  const { type } = facets;
  const ofList = madeOnce(facets, () => inputJson(facets.filter, { type, info }) as object);
  return madeOnce(value, () => narrowed(ofList, inputJson(bucket.narrows, { type, info }) as object));
}

/** A filter whose parts are replaced by those of another; TMDB's part is narrowed in the same way. */
function narrowed(filter: object, by: object): object {
  const [one, other] = [filter, by].map((part) => ('tmdb' in part ? (part.tmdb as object) : undefined));
  return { ...filter, ...by, ...(one && other && { tmdb: { ...one, ...other } }) };
}

function madeOnce(of: object, make: () => object): object {
  const made = filters.get(of) ?? make();
  filters.set(of, made);
  return made;
}

const BucketInterface = builder.interfaceRef<BucketValue>('FacetBucket').implement({
  description: 'Rows of a list that share one value of a facet. The object types have the filter of their list.',
  fields: (t) => ({
    value: t.string({
      description: 'Value for programs: a word, the name of an enum value, or the lower end of a range.',
      resolve: ({ bucket, enumName }, _args, _context, info) =>
        String(enumName === undefined ? bucket.value : inputJson(bucket.value, { type: enumName, info })),
    }),
    label: t.string({ description: 'Value for people, in English.', resolve: ({ bucket }) => bucket.label }),
    count: t.int({
      description: "Number of rows with this value that match the filter without the facet's own field.",
      resolve: ({ bucket }) => bucket.count,
    }),
  }),
});

/** The buckets of lists of one kind. Their filters have a scalar each, which clients map to the input type. */
function bucketType(name: string, { rows, type }: { rows: string; type: FilterName }) {
  const scalar = builder.scalarType(`${type}Value`, {
    description: `A whole ${type} as JSON, without the fields that do not filter. It can be sent unchanged in a variable of the type ${type}; code generators may map it to the type of that input.`,
    serialize: (value) => value,
  });
  return builder.objectRef<BucketValue>(name).implement({
    description: `${rows} of a list that share one value of a facet.`,
    interfaces: [BucketInterface],
    fields: (t) => ({
      filter: t.field({
        type: scalar,
        extensions: costs({ weight: 10, repeats: 'filter' }),
        description: 'Complete filter to send next: it narrows the same list down to these rows.',
        resolve: (value, _args, _context, info) => filterOf(value, info),
      }),
    }),
  });
}

const TitleBucketRef = bucketType('TitleFacetBucket', { rows: 'Titles', type: 'TitleFilter' });
const PersonBucketRef = bucketType('PersonFacetBucket', { rows: 'People', type: 'PersonFilter' });

const MOST_FIRST = 'Sorted by count, greatest first.';
const OF_TMDB = `${MOST_FIRST} At most 100 values; empty where this server has no data of TMDB's.`;
const IN_ORDER = 'Sorted by value; titles without a value are in no bucket.';

interface FacetField {
  description: string;
  /** The enum that its values belong to. */
  enumName?: string;
  /** Whether its values are TMDB's. */
  ofTmdb?: boolean;
}

/** An object type with a field for each facet. */
function facetFields<Name extends string>(
  name: string,
  {
    description,
    bucket,
    facets,
  }: {
    description: string;
    bucket: typeof TitleBucketRef;
    facets: Record<Name, FacetField>;
  },
) {
  return builder.objectRef<Facets<Name>>(name).implement({
    description,
    fields: (t) =>
      Object.fromEntries(
        Object.entries<FacetField>(facets).map(([facet, { description: says, enumName, ofTmdb = false }]) => [
          facet,
          t.field({
            type: [bucket],
            extensions: costs({ weight: 20_000, rows: 30 }),
            description: says,
            resolve: async (list, _args, { onTmdb }) => {
              const buckets = await list.count(facet as Name);
              if (ofTmdb && buckets.length > 0) onTmdb?.();
              return buckets.map((rows) => ({ bucket: rows, facets: list, enumName }));
            },
          }),
        ]),
      ),
  });
}

const WHAT =
  "Facets of a list. Each facet counts the rows that match the filter without the facet's own field, so that its other values remain visible. It is counted only if it is selected. Values without rows are left out.";

export const TitleFacetsRef = facetFields<TitleFacet>('TitleFacets', {
  description: WHAT,
  bucket: TitleBucketRef,
  facets: {
    genre: { description: `Counts by genre; ignores filter.genres. ${MOST_FIRST}`, enumName: 'Genre' },
    type: { description: `Counts by type; ignores filter.types. ${MOST_FIRST}`, enumName: 'TitleType' },
    decade: { description: `Counts by decade of startYear; ignores filter.year. ${IN_ORDER}` },
    ratingBucket: {
      description: `Counts by average rating, in buckets of one point; ignores filter.rating. ${IN_ORDER}`,
    },
    runtimeBucket: {
      description: `Counts by running time, in buckets of half an hour, the last from three hours up; ignores filter.runtimeMinutes. ${IN_ORDER}`,
    },
    akaRegion: { description: `Counts by market of the alternative titles; ignores filter.akaRegions. ${MOST_FIRST}` },
    language: {
      description: `Counts by original language at TMDB; ignores filter.tmdb.originalLanguage. ${OF_TMDB}`,
      ofTmdb: true,
    },
    country: { description: `Counts by country at TMDB; ignores filter.tmdb.country. ${OF_TMDB}`, ofTmdb: true },
    keyword: { description: `Counts by keyword at TMDB; ignores filter.tmdb.keyword. ${OF_TMDB}`, ofTmdb: true },
  },
});

export const PersonFacetsRef = facetFields<PersonFacet>('PersonFacets', {
  description: WHAT,
  bucket: PersonBucketRef,
  facets: {
    profession: { description: `Counts by profession; ignores filter.professions. ${MOST_FIRST}` },
    birthDecade: {
      description:
        'Counts by decade of birth; ignores filter.birthYear. Sorted by value; people without a year are in no bucket.',
    },
    deathDecade: {
      description:
        'Counts by decade of death; ignores filter.deathYear. Sorted by value; people without a year are in no bucket.',
    },
  },
});
