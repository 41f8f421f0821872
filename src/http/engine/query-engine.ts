import type { GraphQLSchema } from 'graphql';

import type { Limits } from '../../graphql/base/context.ts';
import type { CostMode } from './cost/cost-limit.ts';
import { createCostLimit } from './cost/cost-limit.ts';
import { createPlannedDocuments } from './planning/planned-documents.ts';
import type { PlannedDocuments } from './planning/planned-documents.ts';
import type { AnswerBounds } from './execution/run.ts';
import type { LeaseSource } from './lease-source.ts';
import { createGate } from './gate.ts';
import { createRequestExecutor } from './request-executor.ts';
import type { RequestExecutor } from './request-executor.ts';

/** What executes queries, for every way that they come. */
export interface QueryEngine {
  documents: PlannedDocuments;
  execute: RequestExecutor;
  /** The most points that an operation may cost. */
  mostCost: number;
  bounds: AnswerBounds;
}

/** What queries may take. */
export interface QueryBounds {
  cost: { mode: CostMode; most: number };
  answer: AnswerBounds;
  /** For one answer. */
  answerMs: number;
}

export interface QueryEngineOptions {
  schema: GraphQLSchema;
  store: LeaseSource;
  /** Page sizes, for the resolvers and the cost. */
  limits: Limits;
  bounds: QueryBounds;
}

/** Operations of the largest cost that run at a time. */
const DEAREST_RUNNING = 2;
/** And that wait meanwhile: some seconds. */
const DEAREST_WAITING = 10;

export function createQueryEngine({ schema, store, limits, bounds }: QueryEngineOptions): QueryEngine {
  const { mode, most } = bounds.cost;
  const documents = createPlannedDocuments(schema);
  const execute = createRequestExecutor({
    schema,
    store,
    limits,
    cost: createCostLimit({ mode, most, limits }),
    gate: createGate({ running: DEAREST_RUNNING * most, waiting: DEAREST_WAITING * most }),
    bounds: bounds.answer,
    answerMs: bounds.answerMs,
  });
  return { documents, execute, mostCost: most, bounds: bounds.answer };
}
