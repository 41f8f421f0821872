import type { ComparedNodeFragment, ComparePageQuery } from '../../generated/graphql.ts';

/** What is compared: a title or a person. */
export type Compared = ComparedNodeFragment;
export type ComparedPerson = Extract<Compared, { __typename: 'Person' }>;
export type ComparedTitle = Exclude<Compared, { __typename: 'Person' | 'Season' }>;
export type TitleComparison = Extract<NonNullable<ComparePageQuery['compare']>, { __typename: 'TitleComparison' }>;
export type PersonComparison = Extract<NonNullable<ComparePageQuery['compare']>, { __typename: 'PersonComparison' }>;

/** Name of a title or a person. */
export function nameOfNode(node: Compared): string {
  return node.__typename === 'Person' ? node.primaryName : node.displayTitle;
}
