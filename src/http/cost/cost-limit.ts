import { ClientError } from '../../errors.ts';
import type { Limits } from '../../graphql/context.ts';
import type { FieldArguments } from '../execution/field-arguments.ts';
import type { Operation } from '../execution/model.ts';
import { costOf } from './cost-of.ts';
import type { OperationCost } from './cost-of.ts';

export const COST_MODES = ['enforce', 'measure', 'off'] as const;
/** `measure` counts and refuses nothing, `off` does not count. */
export type CostMode = (typeof COST_MODES)[number];

export interface CostLimit {
  /** The most points that an operation may cost. */
  most: number;
  /**
   * The points of an operation; undefined where they are not counted.
   * @throws ClientError `COST_LIMIT_EXCEEDED` for too many, which names the list that most of them are for.
   */
  check(asked: { operation: Operation; args: FieldArguments }): number | undefined;
}

export function createCostLimit({ mode, most, limits }: { mode: CostMode; most: number; limits: Limits }): CostLimit {
  const fixed = new WeakMap<Operation, OperationCost>();
  return {
    most,
    check({ operation, args }) {
      if (mode === 'off') return undefined;
      const cost = fixed.get(operation) ?? costOf({ operation, limits, most, args });
      if (cost.isFixed) fixed.set(operation, cost);
      if (mode === 'enforce' && cost.points > most) throw new ClientError('COST_LIMIT_EXCEEDED', tooDear(cost, most));
      return cost.points;
    },
  };
}

function tooDear({ points, heaviest }: OperationCost, most: number): string {
  const list = heaviest === undefined ? '' : `, most of it by ${heaviest.keys} with up to ${shown(heaviest.rows)} rows`;
  return (
    `This operation would cost ${shown(points)}${list}; the limit is ${shown(most)}. ` +
    'Ask for smaller pages (first), or in several requests.'
  );
}

function shown(number: number): string {
  return Math.ceil(number).toLocaleString('en-US');
}
