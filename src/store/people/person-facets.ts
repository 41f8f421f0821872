import type { Sql } from 'sql-template-tag';

import { columnFacets, joinedWords } from '../lists/column-facets.ts';
import type { ColumnFacet } from '../lists/column-facets.ts';
import type { FacetBucket, PersonFacet, PersonFilter } from '../model/model.ts';
import type { PersonConditions } from '../filters/person-filter.ts';
import type { Queries } from '../query/queries.ts';

const FACETS: Record<PersonFacet, ColumnFacet<PersonFilter>> = {
  profession: {
    part: 'professions',
    column: 'professions',
    valuesOf: (text) => [...new Set(joinedWords(text))],
    bucket: (value) => ({ label: value.replaceAll('_', ' '), narrows: { professions: { any: [value] } } }),
  },
  birthDecade: decades('birthYear'),
  deathDecade: decades('deathYear'),
};

function decades(part: 'birthYear' | 'deathYear'): ColumnFacet<PersonFilter> {
  return {
    part,
    column: `${part} // 10 * 10`,
    inOrder: true,
    bucket: (value) => ({ label: `${value}s`, narrows: { [part]: { min: Number(value), max: Number(value) + 9 } } }),
  };
}

/** The buckets of facets of the people of a relation in their order, each counted without the part of the filter that is the facet's own. */
export async function personFacets(
  queries: Queries,
  { from, conditions, facets }: { from: Sql; conditions: PersonConditions; facets: readonly PersonFacet[] },
): Promise<readonly (readonly FacetBucket<PersonFilter>[])[]> {
  const counted = await columnFacets(queries, {
    table: from,
    conditions,
    facets: facets.map((facet) => [facet, FACETS[facet]]),
  });
  return facets.map((facet) => counted.get(facet) ?? []);
}
