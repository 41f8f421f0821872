import type { ComparedNodeFragment, ComparePageQuery } from '../../generated/graphql.ts';

/** What has an id and cannot be compared. */
const NOT_COMPARED = ['Season', 'TmdbTitle', 'TmdbPerson'] as const;
type NotCompared = (typeof NOT_COMPARED)[number];

/** What is compared: a title or a person. */
export type Compared = Exclude<ComparedNodeFragment, { __typename: NotCompared }>;
export type ComparedPerson = Extract<Compared, { __typename: 'Person' }>;
export type ComparedTitle = Exclude<Compared, { __typename: 'Person' }>;
export type TitleComparison = Extract<NonNullable<ComparePageQuery['compare']>, { __typename: 'TitleComparison' }>;
export type PersonComparison = Extract<NonNullable<ComparePageQuery['compare']>, { __typename: 'PersonComparison' }>;

/** What can be compared of what has an id: a season and what TMDB has cannot. */
export function comparedOf(node: ComparedNodeFragment | null | undefined): Compared | undefined {
  return node == null || isNotCompared(node) ? undefined : node;
}

/** Whether it is something else than a title or a person. */
export function isNotCompared<T extends { __typename: string }>(
  node: T,
): node is Extract<T, { __typename: NotCompared }> {
  return NOT_COMPARED.some((name) => name === node.__typename);
}

/** Name of a title or a person. */
export function nameOfNode(node: Compared): string {
  return node.__typename === 'Person' ? node.primaryName : node.displayTitle;
}
