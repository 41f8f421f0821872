import type { ExecutionResult } from 'graphql';

import { getVariableValues, GraphQLError } from 'graphql';

import type { Administration } from '../../graphql/administration/interface/administration.ts';
import type { Client } from '../../graphql/base/client.ts';
import type { Limits } from '../../graphql/base/context.ts';
import type { Allowance, OperationUse } from './allowance.ts';
import type { CostLimit } from './cost/cost-limit.ts';
import type { OperationCost } from './cost/cost-of.ts';
import { execute } from './execution/execute.ts';
import { createFieldArguments } from './execution/field-arguments.ts';
import { jsonText } from './execution/json-text.ts';
import type { Operation } from './execution/model.ts';
import { rootFieldsOf } from './planning/root-fields.ts';
import type { PlannedOperation } from './planning/operations.ts';
import type { AnswerBounds } from './execution/run.ts';
import type { BuildRef, LeaseSource } from './lease-source.ts';
import { withBuild } from './build-context.ts';
import type { OnRead } from './build-context.ts';
import type { Gate } from './gate.ts';
import { endAfter } from '../../process/wait.ts';
import type { Wait } from '../../process/wait.ts';

export interface UnpricedRequest {
  planned: PlannedOperation;
  /** Variables as the client sent them. */
  variables: Record<string, unknown> | undefined;
  /** Rate limits of the client; undefined if it has none. */
  allowance: Allowance | undefined;
}

/** A query or mutation that has been parsed, validated and planned. */
export interface QueryRequest extends UnpricedRequest {
  client: Client;
  /** Whether the operation has taken of the rate limits already, as a subscription has by `check`. */
  isPaid?: boolean;
  /** Ends when the client leaves or the time limit has passed. */
  wait: Wait;
}

/** Result of a query, for the fast lane and for Yoga. */
export interface Executed {
  /** JSON text of the data; undefined if no field was executed. */
  data: string | undefined;
  errors: readonly GraphQLError[] | undefined;
  /** Whether a root field is not null. */
  isAnswered: boolean;
  /** Build that was read; null if none was. */
  build: BuildRef | null;
  /** Whether something in it is for this request alone, such as a random pick. */
  isPrivate: boolean;
  /** Whether something in it is of TMDB's data. */
  isOfTmdb: boolean;
  /** Cost in points; undefined if it is not computed. */
  cost: number | undefined;
}

export interface RequestExecutorOptions {
  /** Whether errors of variables suggest names of the schema. */
  suggests: boolean;
  store: LeaseSource;
  limits: Limits;
  /** See Context. */
  tmdbImageUrl?: string | undefined;
  administration?: Administration | undefined;
  cost: CostLimit;
  gate: Gate;
  bounds: AnswerBounds;
  /** Time limit of an answer, including its time in the queue. */
  answerMs: number;
}

/** Executes a query within the limits. Never rejects. */
export type RequestExecutor = (request: QueryRequest) => Promise<Executed>;

/**
 * What an execution would be refused for before it begins: its variables, its cost or the rate limits, of which it takes
 * what it costs once. Undefined where it may begin.
 */
export type RequestCheck = (request: UnpricedRequest) => Promise<readonly GraphQLError[] | undefined>;

const NOTHING: Executed = {
  data: undefined,
  errors: undefined,
  isAnswered: false,
  build: null,
  isPrivate: false,
  isOfTmdb: false,
  cost: undefined,
};
/** Largest number of variable errors: each message contains the whole value of the variable, however long it is. */
const MOST_WRONG_VALUES = 10;

/** Executes queries: variables, cost, queue, time limit, and one build from beginning to end. */
export function createRequestExecutor(options: RequestExecutorOptions): {
  execute: RequestExecutor;
  check: RequestCheck;
} {
  const { suggests, store, limits, tmdbImageUrl, administration, cost, gate, bounds, answerMs } = options;
  const valueOptions = { maxErrors: MOST_WRONG_VALUES, hideSuggestions: !suggests };

  function read({ planned, variables: given }: UnpricedRequest): ReturnType<typeof getVariableValues> {
    const { schema, definition } = planned;
    return getVariableValues(schema, definition.variableDefinitions ?? [], given ?? {}, valueOptions);
  }

  async function endOf(
    { wait, client, isPaid = false, ...request }: QueryRequest,
    executed: Executed,
  ): Promise<Pick<Executed, 'data' | 'errors' | 'isAnswered'>> {
    const { errors: wrong, coerced: variables } = read(request);
    if (wrong !== undefined) return { data: undefined, errors: wrong, isAnswered: false };
    const operation = request.planned.for(variables);
    const args = createFieldArguments(variables);
    const price = cost.costOf({ operation, args });
    executed.cost = price?.points;
    if (price !== undefined) cost.check(price);
    const { allowance } = request;
    if (allowance !== undefined && !isPaid) await allowance.takeOperation(useOf(operation, price));
    const on: OnRead = {
      build: (build) => void (executed.build = build),
      private: () => void (executed.isPrivate = true),
      tmdb: () => void (executed.isOfTmdb = true),
    };
    const time = endAfter(wait, answerMs);
    try {
      return await gate.pass({ points: price?.points ?? 0, wait }, async () => {
        const { result, characters } = await withBuild(
          store,
          { limits, tmdbImageUrl, administration, client, allowance, wait, on },
          (context) => execute({ operation, variables, args, context, bounds, wait }),
        );
        // Serialised before the next operation gets its turn: as text an answer takes a tenth of the memory.
        const data = await jsonText(result.data, { characters, most: bounds.bytes, wait });
        return { data, errors: result.errors, isAnswered: hasAnswer(result.data) };
      });
    } finally {
      time.cancel();
    }
  }

  return {
    async execute(request) {
      const executed: Executed = { ...NOTHING };
      try {
        Object.assign(executed, await endOf(request, executed));
      } catch (error) {
        executed.errors = [asGraphqlError(error)];
      }
      return executed;
    },
    async check(request) {
      const { errors: wrong, coerced: variables } = read(request);
      if (wrong !== undefined) return wrong;
      try {
        const operation = request.planned.for(variables);
        const price = cost.costOf({ operation, args: createFieldArguments(variables) });
        if (price !== undefined) cost.check(price);
        await request.allowance?.takeOperation(useOf(operation, price));
        return undefined;
      } catch (error) {
        return [asGraphqlError(error)];
      }
    },
  };
}

function useOf(operation: Operation, price: OperationCost | undefined): OperationUse {
  return { points: price?.points ?? 0, rootFields: rootFieldsOf(operation) };
}

function hasAnswer(data: ExecutionResult['data']): boolean {
  for (const key in data) if (data[key] !== null) return true;
  return false;
}

/** Result of a query that failed as a whole. */
export function failed(error: unknown, { build, cost }: Pick<Executed, 'build' | 'cost'>): Executed {
  return { ...NOTHING, build, cost, errors: [asGraphqlError(error)] };
}

function asGraphqlError(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  const originalError = error instanceof Error ? error : new Error(String(error));
  return new GraphQLError(originalError.message, { originalError });
}
