/** Values to try the operations with, by their names: for Postman, and for the test that sends them to the demo. */
export const SAMPLE_VARIABLES: Record<string, Record<string, unknown>> = {
  CareerPage: { category: 'DIRECTOR', orderBy: 'TITLES', first: 10 },
  ChartPage: { kind: 'TOP_RATED_MOVIES', first: 10 },
  ComparePage: { a: 'tt0900001', b: 'tt0900002', hasA: true, hasB: true, isAsked: true, isOne: false, isNone: false },
  PathPage: {
    from: 'nm0900001',
    to: 'nm0900010',
    hasFrom: true,
    hasTo: true,
    isAsked: true,
    needsExamples: false,
    alternatives: 2,
    maxDegrees: 6,
  },
  PersonPage: { id: 'nm0900001', unit: 'DECADE', withDegrees: true, first: 10 },
  SearchPage: { query: 'orpheum', byRelevance: true, withFacets: true, withMore: false, first: 10 },
  Suggest: { prefix: 'mid' },
  TitlePage: { id: 'tt0900001', castFirst: 10, akasFirst: 5, withTmdbOrder: false },
  TmdbPersonPage: { id: 'nm0900001' },
  TmdbTitlePage: { id: 'tt0900001', castFirst: 10 },
};
