import { ClientError } from '../../../errors.ts';
import type { Limits } from '../../../graphql/base/context.ts';
import type { FieldArguments } from '../execution/field-arguments.ts';
import type { Operation } from '../execution/model.ts';
import { costOf } from './cost-of.ts';
import type { OperationCost } from './cost-of.ts';
import type { Heaviest } from './heaviest.ts';

export const COST_MODES = ['enforce', 'measure', 'off'] as const;
/**
 * `enforce` refuses operations above the limit, `measure` computes the cost and refuses nothing, `off` computes no
 * cost.
 */
export type CostMode = (typeof COST_MODES)[number];

export interface CostLimit {
  /** The largest cost of an operation, in points. */
  most: number;
  /** The cost of an operation; undefined if costs are off. */
  costOf(asked: { operation: Operation; args: FieldArguments }): OperationCost | undefined;
  /** @throws ClientError `COST_LIMIT_EXCEEDED` above the limit; its message names the field that costs most. */
  check(cost: OperationCost): void;
}

export function createCostLimit({ mode, most, limits }: { mode: CostMode; most: number; limits: Limits }): CostLimit {
  const fixed = new WeakMap<Operation, OperationCost>();
  return {
    most,
    costOf({ operation, args }) {
      if (mode === 'off') return undefined;
      const cost = fixed.get(operation) ?? costOf({ operation, limits, most, args });
      if (cost.isFixed) fixed.set(operation, cost);
      return cost;
    },
    check(cost) {
      if (mode === 'enforce' && cost.points > most)
        throw new ClientError('COST_LIMIT_EXCEEDED', tooExpensive(cost, most));
    },
  };
}

function tooExpensive({ points, heaviest }: OperationCost, most: number): string {
  return (
    `This operation would cost ${shown(points)}${heaviest === undefined ? '' : `, ${partOf(heaviest)}`}; ` +
    `the limit is ${shown(most)}. Ask for smaller pages (first), or in several requests.`
  );
}

function partOf({ path, times, rows, share }: Heaviest): string {
  const often = times > 1 ? `${shown(times)} times ` : '';
  const size = rows === undefined || rows === 0 ? '' : ` with up to ${shown(rows)} rows`;
  return `${Math.max(1, Math.floor(100 * share))}% of it by ${often}${path}${size}`;
}

function shown(number: number): string {
  return Math.ceil(number).toLocaleString('en-US');
}
