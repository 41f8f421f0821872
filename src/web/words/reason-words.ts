import type { SimilarityReasonKind } from '../generated/graphql.ts';
import { labelOf } from './labels.ts';

/** A reason for similarity in words: its detail is a name or a word, but for genres, which are enum values. */
export function reasonWords({ kind, detail }: { kind: SimilarityReasonKind; detail: string }): string {
  return kind === 'GENRE' && /^[A-Z_]+$/.test(detail) ? labelOf(detail) : detail;
}
