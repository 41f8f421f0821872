import { builder } from '../base/builder.ts';

/** A comparison of two of a kind; `of` is its object type. */
export interface ComparisonValue {
  of: 'TitleComparison' | 'PersonComparison';
}

export const ComparisonRef = builder.interfaceRef<ComparisonValue>('Comparison');
