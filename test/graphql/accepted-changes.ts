/** A breaking change that is meant, with the reason. */
export interface AcceptedChange {
  /** Kind of change, as graphql-inspector names it. */
  type: string;
  /** Where it is, such as `FacetBucket.filter`. */
  path: string;
  reason: string;
}

/**
 * Breaking changes since the schema in `released.graphql`, for `breaking-changes.test.ts`. See "Changes of the schema" in
 * src/graphql/README.md for what must be tried before one is listed here. Emptied with each release.
 */
export const ACCEPTED_CHANGES: readonly AcceptedChange[] = [
  {
    type: 'TYPE_KIND_CHANGED',
    path: 'FacetBucket',
    reason:
      'Buckets have the filter of their list, whose type differs; documents that select fields or use fragments stay valid.',
  },
  {
    type: 'TYPE_REMOVED',
    path: 'JSON',
    reason: 'The one field of this type, the filter of a bucket, has scalars that name the input it goes back in.',
  },
  ...['profession', 'birthDecade', 'deathDecade'].map((facet) => bucketOf(`PersonFacets.${facet}`)),
  ...['genre', 'type', 'decade', 'ratingBucket', 'runtimeBucket', 'akaRegion'].map((facet) =>
    bucketOf(`TitleFacets.${facet}`),
  ),
];

function bucketOf(path: string): AcceptedChange {
  return {
    type: 'FIELD_TYPE_CHANGED',
    path,
    reason: 'The bucket is one with the filter of this list; it has every field that it had.',
  };
}
