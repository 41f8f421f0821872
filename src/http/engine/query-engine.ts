import type { GraphQLSchema } from 'graphql';

import type { Administration } from '../../graphql/administration/interface/administration.ts';
import type { Limits } from '../../graphql/base/context.ts';
import type { CostMode } from './cost/cost-limit.ts';
import { createCostLimit } from './cost/cost-limit.ts';
import { createPlannedDocuments } from './planning/planned-documents.ts';
import type { PlannedDocuments } from './planning/planned-documents.ts';
import type { AnswerBounds } from './execution/run.ts';
import type { LeaseSource } from './lease-source.ts';
import { createGate } from './gate.ts';
import { createRequestExecutor } from './request-executor.ts';
import type { RequestCheck, RequestExecutor } from './request-executor.ts';

/** Executes queries for the fast lane and for Yoga. */
export interface QueryEngine {
  documents: PlannedDocuments;
  execute: RequestExecutor;
  /** Says what an operation that is executed later would be refused for. */
  check: RequestCheck;
  /** Cost limit of an operation, in points. */
  mostCost: number;
  bounds: AnswerBounds;
  administration: Administration | undefined;
}

/** Bounds of queries. */
export interface QueryBounds {
  cost: { mode: CostMode; most: number };
  answer: AnswerBounds;
  /** Time limit of an answer. */
  answerMs: number;
}

export interface QueryEngineOptions {
  schema: GraphQLSchema;
  /** Whether errors suggest names of the schema; true by default. */
  suggests?: boolean;
  store: LeaseSource;
  /** Page sizes, for the resolvers and for the cost. */
  limits: Limits;
  /** Address of TMDB's pictures, before size and path; TMDB's own by default. */
  tmdbImageUrl?: string | undefined;
  /** What the fields of administration call; they are not there without it. */
  administration?: Administration | undefined;
  bounds: QueryBounds;
}

/** Operations of the largest cost that run at the same time. */
const LARGEST_RUNNING = 2;
/** Operations of the largest cost that wait, which takes some seconds. */
const LARGEST_WAITING = 10;

export function createQueryEngine(options: QueryEngineOptions): QueryEngine {
  const { schema, suggests = true, store, limits, tmdbImageUrl, administration, bounds } = options;
  const { mode, most } = bounds.cost;
  const documents = createPlannedDocuments(schema);
  const { execute, check } = createRequestExecutor({
    suggests,
    store,
    limits,
    tmdbImageUrl,
    administration,
    cost: createCostLimit({ mode, most, limits }),
    gate: createGate({ running: LARGEST_RUNNING * most, waiting: LARGEST_WAITING * most }),
    bounds: bounds.answer,
    answerMs: bounds.answerMs,
  });
  return { documents, execute, check, mostCost: most, bounds: bounds.answer, administration };
}

/** The same engine over another schema: it shares the queue and the limits, and no documents. */
export function engineOver(schema: GraphQLSchema, engine: QueryEngine): QueryEngine {
  return { ...engine, documents: createPlannedDocuments(schema) };
}
