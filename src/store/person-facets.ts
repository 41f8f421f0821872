import { facetRows } from './facet-rows.ts';
import type { FacetBucket, PersonFacet, PersonFilter } from './model.ts';
import type { PersonConditions } from './person-filter.ts';
import { conditionOf } from './title-filter.ts';
import type { ScanReader } from './scan-reader.ts';

interface Facet {
  /** The part of the filter that it leaves out. */
  part: keyof PersonFilter;
  /** Values with their numbers of people, in the order of the buckets. */
  rows: (where: string) => string;
  bucket: (value: string) => Omit<FacetBucket<PersonFilter>, 'value' | 'count'>;
}

const FACETS: Record<PersonFacet, Facet> = {
  profession: {
    part: 'professions',
    rows: (where) => `
      SELECT value, sum(people)::BIGINT AS people FROM (
        SELECT unnest(list_distinct(string_split(trim(professions, ','), ','))) AS value, people
        FROM (SELECT professions, count(*) AS people FROM person_list WHERE ${where} GROUP BY professions)
      ) GROUP BY value ORDER BY people DESC, value`,
    bucket: (value) => ({ label: value.replaceAll('_', ' '), narrows: { professions: { any: [value] } } }),
  },
  birthDecade: decades('birthYear'),
  deathDecade: decades('deathYear'),
};

function decades(part: 'birthYear' | 'deathYear'): Facet {
  return {
    part,
    rows: (where) => `
      SELECT ${part} // 10 * 10 AS value, count(*) AS people FROM person_list WHERE ${where} GROUP BY value
      HAVING value IS NOT NULL ORDER BY value`,
    bucket: (value) => ({ label: `${value}s`, narrows: { [part]: { min: Number(value), max: Number(value) + 9 } } }),
  };
}

/** The buckets of one facet, counted without the part of the filter that is the facet's own. */
export async function personFacet(
  scan: ScanReader,
  { conditions, facet }: { conditions: PersonConditions; facet: PersonFacet },
): Promise<FacetBucket<PersonFilter>[]> {
  const { part, rows, bucket } = FACETS[facet];
  const where = conditionOf(conditions, part);
  const found = await facetRows(scan, { sql: rows(where.sql), values: where.values });
  return found.map(([value, count]) => Object.assign(bucket(value), { value, count }));
}
