import type { DocumentNode, GraphQLSchema } from 'graphql';

import { LRUCache } from 'lru-cache';

import { plannedOperation } from './operations.ts';
import type { PlannedOperation } from './operations.ts';

/** Plans of validated documents, shared by all requests with the same document. */
export interface PlannedDocuments {
  /** The plan for a parsed document; undefined if it has no such operation. */
  of(document: DocumentNode, operationName: string | undefined): PlannedOperation | undefined;
  /** The plan for the text of a document, if it was learnt. */
  find(text: string, operationName: string | undefined): PlannedOperation | undefined;
  /** Remembers the plan of a valid document that is about to run. */
  learn(text: string, operationName: string | undefined, planned: PlannedOperation): void;
}

const KEPT_DOCUMENTS = 500;
const LONGEST_CHARACTERS = 8192;
/** Nodes above which a plan takes too much memory to be kept. */
const LARGEST_NODES = 2000;

export function createPlannedDocuments(schema: GraphQLSchema): PlannedDocuments {
  const byText = new LRUCache<string, PlannedOperation>({ max: KEPT_DOCUMENTS });
  // Weak keys: a plan lives as long as its parsed document is cached.
  const byDocument = new WeakMap<DocumentNode, Map<string | undefined, PlannedOperation>>();

  return {
    of(document, operationName) {
      const kept = byDocument.get(document)?.get(operationName);
      if (kept !== undefined && kept.size() <= LARGEST_NODES) return kept;
      const planned = plannedOperation(schema, { document, operationName });
      if (planned !== undefined) {
        const operations = byDocument.get(document) ?? new Map<string | undefined, PlannedOperation>();
        byDocument.set(document, operations.set(operationName, planned));
      }
      return planned;
    },
    find(text, operationName) {
      const key = keyOf(text, operationName);
      const planned = byText.get(key);
      // A plan grows as objects of further types are reached.
      if (planned === undefined || planned.size() <= LARGEST_NODES) return planned;
      byText.delete(key);
      return undefined;
    },
    learn(text, operationName, planned) {
      if (text.length <= LONGEST_CHARACTERS) byText.set(keyOf(text, operationName), planned);
    },
  };
}

function keyOf(text: string, operationName: string | undefined): string {
  return `${operationName ?? ''}\n${text}`;
}
