import type { KeyPage } from '../../../formats/adjacency/key-set.ts';
import type { ChainStep } from './shortest-chains.ts';

/** Where a thread finds the graph. */
export interface GraphFile {
  path: string;
  /** As the manifest says. */
  bytes: number;
}

/** What a thread is asked; people by their ids. */
export interface Questions {
  chains: {
    from: number;
    to: number;
    categories: number;
    via: readonly KeyPage[] | undefined;
    maxDegrees: number;
    alternatives: number;
  };
  degrees: { person: number };
  atDegree: { person: number; degree: number; limit: number; after: number };
}

/** What it answers with. */
export interface Answers {
  /** Whether either has credits at all; no chains where there are none. */
  chains: { hasCredits: [from: boolean, to: boolean]; chains: ChainStep[][] };
  /** People at 1, 2, 3 … steps. */
  degrees: readonly number[];
  /** Ids, ascending. */
  atDegree: { ids: number[]; hasNextPage: boolean; hasPreviousPage: boolean };
}

export type Kind = keyof Questions;

/** `stop` has 1 as its first number when nobody waits any more. */
export type Message = { [K in Kind]: { id: number; kind: K; input: Questions[K]; stop: Int32Array } }[Kind];

/** `damaged` where the file is not what was written. */
export type Reply =
  | { id: number; status: 'done'; value: Answers[Kind] }
  | { id: number; status: 'damaged' | 'stopped' | 'failed'; error: unknown };
