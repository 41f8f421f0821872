import { GENRES, knownOrOther, OTHER, TITLE_TYPES } from '../dataset/vocabulary.ts';
import type { Condition } from './conditions.ts';
import { facetRows } from './facet-rows.ts';
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
  /** The same where most titles fit, when it is faster to count the others. */
  rowsOfMost?: (where: string) => string;
  bucket: (value: string) => Bucket;
}

const knownType = knownOrOther(TITLE_TYPES);
const KNOWN_GENRES = Object.values(GENRES)
  .map((word) => `'${word}'`)
  .join(', ');
/** Running times are counted by half hours, the longest ones together. */
const HALF_HOUR = 30;
const LAST_RUNTIME = 180;
const RUNTIME = `CASE WHEN runtimeMinutes < ${LAST_RUNTIME} THEN runtimeMinutes // ${HALF_HOUR} * ${HALF_HOUR}
  WHEN runtimeMinutes >= ${LAST_RUNTIME} THEN ${LAST_RUNTIME} END`;
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
    rows: (where) => grouped(RUNTIME, { where }),
    bucket: runtimeBucket,
  },
  akaRegion: {
    part: 'akaRegions',
    rows: (where) => inRegions(`tconst IN (SELECT tconst FROM title_list WHERE ${where})`),
    rowsOfMost: (where) => `
      SELECT value, titles - coalesce(others, 0) AS titles
      FROM (${inRegions('true')}) LEFT JOIN (
        SELECT value, titles AS others
        FROM (${inRegions(`tconst IN (SELECT tconst FROM title_list WHERE NOT coalesce(${where}, false))`)})
      ) USING (value)
      WHERE titles > coalesce(others, 0) ${MOST_FIRST}`,
    bucket: (value) => ({ label: regionName(value), narrows: { akaRegions: { any: [value] } } }),
  },
};

/** The buckets of one facet, counted without the part of the filter that is the facet's own. */
export async function titleFacet(
  scan: ScanReader,
  { conditions, facet }: { conditions: TitleConditions; facet: TitleFacet },
): Promise<FacetBucket<TitleFilter>[]> {
  const { part, rows, rowsOfMost, bucket } = FACETS[facet];
  const where = conditionOf(conditions, part);
  const query = rowsOfMost !== undefined && (await fitsMost(scan, where)) ? rowsOfMost : rows;
  const counts = new Map<string, number>();
  for (const [word, count] of await facetRows(scan, { sql: query(where.sql), values: where.values })) {
    const value = facet === 'type' ? knownType(word) : word;
    counts.set(value, (counts.get(value) ?? 0) + count);
  }
  return [...counts].map(([value, count]) => Object.assign(bucket(value), { value, count }));
}

/** In the words of the list's own count, which is asked once then. */
async function fitsMost(scan: ScanReader, { sql, values }: Condition): Promise<boolean> {
  const [fit, all] = await Promise.all([
    scan.rows(`SELECT count(*) FROM title_list WHERE ${sql}`, values),
    scan.rows('SELECT count(*) FROM title_list', []),
  ]);
  return Number(fit[0]?.[0]) * 2 > Number(all[0]?.[0]);
}

function inRegions(where: string): string {
  return `SELECT region AS value, count(*) AS titles FROM aka_regions WHERE ${where} GROUP BY region ${MOST_FIRST}`;
}

function grouped(value: string, { where, order = 'ORDER BY value' }: { where: string; order?: string }): string {
  return `SELECT ${value} AS value, count(*) AS titles FROM title_list WHERE ${where} GROUP BY value
    HAVING value IS NOT NULL ${order}`;
}

function runtimeBucket(value: string): Bucket {
  const min = Number(value);
  if (min === LAST_RUNTIME) return { label: `${min} minutes and more`, narrows: { runtimeMinutes: { min } } };
  const max = min + HALF_HOUR - 1;
  return { label: `${min} to ${max} minutes`, narrows: { runtimeMinutes: { min, max } } };
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
