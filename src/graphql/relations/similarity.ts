import { builder } from '../base/builder.ts';

export interface Similarity {
  score: number;
}

export const SimilarityRef = builder.objectRef<Similarity>('Similarity').implement({
  description: 'How similar two titles are.',
  fields: (t) => ({ score: t.exposeFloat('score', { description: 'Greater is more similar, from 0 to 1.' }) }),
});
