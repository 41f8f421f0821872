import type { ComparedNodeFragment, ComparePageQuery } from '../../generated/graphql.ts';

/** What is compared: a title or a person. */
export type Compared = Exclude<ComparedNodeFragment, { __typename: 'Season' }>;
export type ComparedPerson = Extract<Compared, { __typename: 'Person' }>;
export type ComparedTitle = Exclude<Compared, { __typename: 'Person' }>;
export type TitleComparison = Extract<NonNullable<ComparePageQuery['compare']>, { __typename: 'TitleComparison' }>;
export type PersonComparison = Extract<NonNullable<ComparePageQuery['compare']>, { __typename: 'PersonComparison' }>;

/** What can be compared of what has an id: a season cannot. */
export function comparedOf(node: ComparedNodeFragment | null | undefined): Compared | undefined {
  return node == null || node.__typename === 'Season' ? undefined : node;
}

/** Name of a title or a person. */
export function nameOfNode(node: Compared): string {
  return node.__typename === 'Person' ? node.primaryName : node.displayTitle;
}
