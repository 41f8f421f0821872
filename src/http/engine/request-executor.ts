import type { ExecutionResult, GraphQLSchema } from 'graphql';

import { getVariableValues, GraphQLError } from 'graphql';

import type { Limits } from '../../graphql/base/context.ts';
import type { CostLimit } from './cost/cost-limit.ts';
import { execute } from './execution/execute.ts';
import { createFieldArguments } from './execution/field-arguments.ts';
import type { PlannedOperation } from './execution/operations.ts';
import type { Answer, AnswerBounds } from './execution/run.ts';
import type { BuildRef, LeaseSource } from './lease-source.ts';
import { withBuild } from './build-context.ts';
import type { OnRead } from './build-context.ts';
import type { Gate } from './gate.ts';
import { endAfter } from '../../process/wait.ts';
import type { Wait } from '../../process/wait.ts';

/** A query that has been parsed, validated and planned. */
export interface QueryRequest {
  planned: PlannedOperation;
  /** As the client sent them. */
  variables: Record<string, unknown> | undefined;
  /** Whoever waits for it, until the client leaves. */
  wait: Wait;
}

/** How a query ended, whichever way its answer goes out. */
export interface Executed {
  result: ExecutionResult;
  /** Objects in it. */
  objects: number;
  /** What it was read from; null where nothing was read. */
  build: BuildRef | null;
  /** Whether something in it was picked by chance: it is for this request only. */
  isByChance: boolean;
  /** Points; undefined where they are not counted. */
  cost: number | undefined;
}

export interface RequestExecutorOptions {
  schema: GraphQLSchema;
  store: LeaseSource;
  limits: Limits;
  cost: CostLimit;
  gate: Gate;
  bounds: AnswerBounds;
  /** How long an answer may take, with the time that it waits for its turn. */
  answerMs: number;
}

/** Executes a query within what the server can bear. Never rejects. */
export type RequestExecutor = (request: QueryRequest) => Promise<Executed>;

/** More wrong variables than these are not told of. */
const MOST_WRONG_VARIABLES = 50;

/** The one way of every query: its variables, its cost, its turn, its time, and one build. */
export function createRequestExecutor(options: RequestExecutorOptions): RequestExecutor {
  const { schema, store, limits, cost, gate, bounds, answerMs } = options;

  async function answerOf({ planned, variables: given, wait }: QueryRequest, executed: Executed): Promise<Answer> {
    const { variableDefinitions = [] } = planned.definition;
    const read = getVariableValues(schema, variableDefinitions, given ?? {}, { maxErrors: MOST_WRONG_VARIABLES });
    if (read.errors !== undefined) return { result: { errors: read.errors }, objects: 0 };
    const variables = read.coerced;
    const operation = planned.for(variables);
    const args = createFieldArguments(variables);
    const price = cost.costOf({ operation, args });
    executed.cost = price?.points;
    if (price !== undefined) cost.check(price);
    const on: OnRead = {
      build: (build) => void (executed.build = build),
      chance: () => void (executed.isByChance = true),
    };
    const time = endAfter(wait, answerMs);
    try {
      return await gate.pass({ points: price?.points ?? 0, wait }, () =>
        withBuild(store, { limits, wait, on }, (context) =>
          execute({ operation, variables, args, context, bounds, wait }),
        ),
      );
    } finally {
      time.cancel();
    }
  }

  return async (request) => {
    const executed: Executed = { result: {}, objects: 0, build: null, isByChance: false, cost: undefined };
    try {
      Object.assign(executed, await answerOf(request, executed));
    } catch (error) {
      executed.result = { errors: [asGraphqlError(error)] };
    }
    return executed;
  };
}

function asGraphqlError(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  const originalError = error instanceof Error ? error : new Error(String(error));
  return new GraphQLError(originalError.message, { originalError });
}
