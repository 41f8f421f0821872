import { GENRES, knownOrOther, OTHER, TITLE_TYPES } from '../dataset/vocabulary.ts';
import type { Condition } from './conditions.ts';
import type { FacetBucket, TitleFacet, TitleFilter } from './model.ts';
import { conditionOf } from './title-filter.ts';
import type { TitleConditions } from './title-filter.ts';
import type { ScanReader } from './scan-reader.ts';

type Bucket = Omit<FacetBucket<TitleFilter>, 'value' | 'count'>;

interface Facet {
  /** The part of the filter that it leaves out. */
  part: keyof TitleFilter;
  /** Values with their numbers of titles, in the order of the buckets. */
  rows: (where: string) => string;
  bucket: (value: string) => Bucket;
}

const knownType = knownOrOther(TITLE_TYPES);
const KNOWN_GENRES = Object.values(GENRES)
  .map((word) => `'${word}'`)
  .join(', ');
/** The first minute of each bucket. */
const RUNTIMES = [0, 30, 60, 90, 120, 150, 180];
const MOST_FIRST = 'ORDER BY titles DESC, value';

const FACETS: Record<TitleFacet, Facet> = {
  genre: {
    part: 'genres',
    // Equal texts are counted first: there are a few thousand of them.
    rows: (where) => `
      SELECT value, sum(titles)::BIGINT AS titles FROM (
        SELECT unnest(list_distinct(list_transform(string_split(trim(genres, ','), ','),
          lambda word: CASE WHEN word IN (${KNOWN_GENRES}) THEN word ELSE '${OTHER}' END))) AS value, titles
        FROM (SELECT genres, count(*) AS titles FROM title_list WHERE ${where} GROUP BY genres)
      ) GROUP BY value ${MOST_FIRST}`,
    bucket: (value) => ({ label: value === OTHER ? 'Other' : value, narrows: { genres: { any: [value] } } }),
  },
  type: {
    part: 'types',
    rows: (where) => grouped('titleType', { where, order: MOST_FIRST }),
    bucket: (value) => ({ label: typeLabel(value), narrows: { types: { any: [value] } } }),
  },
  decade: {
    part: 'year',
    rows: (where) => grouped('startYear // 10 * 10', { where }),
    bucket: (value) => ({ label: `${value}s`, narrows: { year: { min: Number(value), max: Number(value) + 9 } } }),
  },
  ratingBucket: {
    part: 'rating',
    rows: (where) => grouped('floor(averageRating)::INTEGER', { where }),
    bucket: (value) => ({
      label: `${value}.0 to ${value}.9`,
      narrows: { rating: { min: Number(value), max: Number(value) + 0.9 } },
    }),
  },
  runtimeBucket: {
    part: 'runtimeMinutes',
    rows: (where) => grouped(runtimeCase(), { where }),
    bucket: runtimeBucket,
  },
  akaRegion: {
    part: 'akaRegions',
    rows: (where) => `
      SELECT region AS value, count(*) AS titles FROM aka_regions
      WHERE tconst IN (SELECT tconst FROM title_list WHERE ${where}) GROUP BY region ${MOST_FIRST}`,
    bucket: (value) => ({ label: regionName(value), narrows: { akaRegions: { any: [value] } } }),
  },
};

/** The buckets of one facet, counted without the part of the filter that is the facet's own. */
export async function titleFacet(
  scan: ScanReader,
  { conditions, facet }: { conditions: TitleConditions; facet: TitleFacet },
): Promise<FacetBucket<TitleFilter>[]> {
  const { part, rows, bucket } = FACETS[facet];
  const where: Condition = conditionOf(conditions, part);
  const found = await scan.rows(rows(where.sql), where.values);
  const counts = new Map<string, number>();
  for (const [word, count] of found) {
    const value = facet === 'type' ? knownType(String(word)) : String(word);
    counts.set(value, (counts.get(value) ?? 0) + Number(count));
  }
  return [...counts].map(([value, count]) => ({ value, count, ...bucket(value) }));
}

function grouped(value: string, { where, order = 'ORDER BY value' }: { where: string; order?: string }): string {
  return `SELECT ${value} AS value, count(*) AS titles FROM title_list WHERE ${where} GROUP BY value
    HAVING value IS NOT NULL ${order}`;
}

function runtimeCase(): string {
  const cases = RUNTIMES.toReversed().map((from) => `WHEN runtimeMinutes >= ${from} THEN ${from}`);
  return `CASE ${cases.join(' ')} END`;
}

function runtimeBucket(value: string): Bucket {
  const min = Number(value);
  const next = RUNTIMES[RUNTIMES.indexOf(min) + 1];
  if (next === undefined) return { label: `${min} minutes and more`, narrows: { runtimeMinutes: { min } } };
  return { label: `${min} to ${next - 1} minutes`, narrows: { runtimeMinutes: { min, max: next - 1 } } };
}

/** The name of the enum value, to be read: `TV mini series`. */
function typeLabel(word: string): string {
  const name = Object.entries(TITLE_TYPES).find(([, known]) => known === word)?.[0] ?? OTHER;
  const text = name.replaceAll('_', ' ').toLowerCase();
  return text.startsWith('tv ') ? `TV${text.slice(2)}` : text.charAt(0).toUpperCase() + text.slice(1);
}

/** In English; the code itself where it is one of IMDb's own, such as XWW. */
function regionName(code: string): string {
  if (!/^[A-Z]{2}$/.test(code)) return code;
  return new Intl.DisplayNames('en', { type: 'region' }).of(code) ?? code;
}
