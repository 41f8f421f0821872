import type { GraphQLObjectType } from 'graphql';

import { getNamedType, GraphQLError, isAbstractType, isObjectType } from 'graphql';

import type { Limits } from '../../../graphql/base/context.ts';
import type { Dearer, FieldCost, ListSize } from '../../../graphql/base/cost.ts';
import type { FieldArguments } from '../execution/field-arguments.ts';
import type { Field, ObjectPlan, Operation, Selection } from '../execution/model.ts';
import { heaviestOf } from './heaviest.ts';
import type { FieldPoints, Heaviest } from './heaviest.ts';
import { introspectionCosts } from './introspection-costs.ts';
import { isUniform } from './is-uniform.ts';
import { rowsOf } from './rows-of.ts';

export interface CostOptions {
  operation: Operation;
  limits: Limits;
  /** The cost limit, in points. Above it the heaviest field is determined. */
  most: number;
  args: FieldArguments;
}

/** Cost of an operation, computed before it runs. */
export interface OperationCost {
  /** Whether the cost is the same for all variables. */
  isFixed: boolean;
  /** Points of about a microsecond. */
  points: number;
  /** The field that costs most; undefined if the operation is within the limit. */
  heaviest: Heaviest | undefined;
}

/**
 * Cost of the selection on an object, in points. `each` is the part that each row costs, if the object is a connection.
 */
interface Points {
  once: number;
  each: number;
}

const DEFAULT_COST: FieldCost = { weight: 1 };
/** Characters of a repeated argument that cost one point: they are copied, serialised, counted and sent. */
const CHARACTERS_OF_A_POINT = 100;
/** Points of looking up the title of an id, which is then a row of each query. */
const POINTS_OF_AN_ID = 20;

/**
 * Computes the cost of an operation from the schema and the arguments alone. A fragment counts at each spread, each
 * alias is a field, and for an interface or union the most expensive type counts.
 * @throws ClientError `COST_LIMIT_EXCEEDED` if the operation cannot be planned, see `planOperation`.
 */
export function costOf({ operation, limits, most, args }: CostOptions): OperationCost {
  const { schema, root, rootType } = operation;
  const known = new Map<ObjectPlan, Points>();
  const sizes = new Map<string, number>();
  let isFixed = true;
  const ofIntrospection = introspectionCosts(schema);

  function ofPlan(plan: ObjectPlan, sized: readonly string[]): Points {
    const points = known.get(plan) ?? { once: 0, each: 0 };
    if (!known.has(plan)) {
      for (const field of plan.fields) points[isSized(field, sized) ? 'each' : 'once'] += ofField(field).points;
    }
    known.set(plan, points);
    return points;
  }

  function ofField(field: Field): { points: number; rows: number } {
    const { list, ...own } = declared(field);
    const weight =
      own.weight +
      (own.repeats === undefined ? 0 : largest(own.repeats) / CHARACTERS_OF_A_POINT) +
      (own.dearer === undefined ? 0 : moreFor(field, own.dearer)) +
      (own.listed === undefined ? 0 : POINTS_OF_AN_ID * idsIn(field, own.listed));
    const selected = ofPlans(plansOf(field), list?.sized ?? []);
    if (list === undefined) return { points: weight + selected.once, rows: 1 };
    const rows = rowsIn(field, list);
    const isConnection = list.sized.length > 0;
    const points = isConnection ? weight + selected.once + rows * selected.each : weight + rows * (1 + selected.once);
    return { points, rows };
  }

  function ofPlans(plans: readonly ObjectPlan[], sized: readonly string[]): Points {
    const all = plans.map((plan) => ofPlan(plan, sized));
    return {
      once: Math.max(0, ...all.map(({ once }) => once)),
      each: Math.max(0, ...all.map(({ each }) => each)),
    };
  }

  /** Length in characters of the largest value that an argument has anywhere in the operation. */
  function largest(argument: string): number {
    const looked = new Set<ObjectPlan>();
    let longest = 0;
    function look(plan: ObjectPlan): void {
      if (looked.has(plan)) return;
      looked.add(plan);
      for (const field of plan.fields) {
        if (field.definition.args.some(({ name }) => name === argument))
          longest = Math.max(longest, sizeOf(field, argument));
        plansOf(field).forEach(look);
      }
    }
    const size = sizes.get(argument);
    if (size !== undefined) return size;
    for (const plan of planned(root, [rootType])) look(plan);
    sizes.set(argument, longest);
    return longest;
  }

  function sizeOf(field: Field, argument: string): number {
    if (field.args === undefined) isFixed = false;
    try {
      return (JSON.stringify(args.of(field)[argument]) ?? '').length;
    } catch {
      return 0;
    }
  }

  function moreFor(field: Field, { argument, value, weight }: Dearer): number {
    if (field.args === undefined) isFixed = false;
    try {
      const given = args.of(field)[argument] ?? undefined;
      return given !== undefined && (value === undefined || given === value) ? weight : 0;
    } catch {
      return 0;
    }
  }

  /** Number of ids in a filter of titles. */
  function idsIn(field: Field, argument: string): number {
    if (field.args === undefined) isFixed = false;
    try {
      const { ids } = (args.of(field)[argument] ?? {}) as { ids?: readonly string[] | null };
      return ids == null || ids.length > limits.maxFilterIds ? 0 : ids.length;
    } catch {
      return 0;
    }
  }

  /** One plan for each possible type of the object, or a single plan if all types have the same fields. */
  function plansOf({ selection, definition }: Field): ObjectPlan[] {
    const type = getNamedType(definition.type);
    if (selection === undefined) return [];
    if (isObjectType(type)) return planned(selection, [type]);
    if (!isAbstractType(type)) return [];
    const types = schema.getPossibleTypes(type);
    return planned(selection, isUniform(selection, { type, operation }) ? types.slice(0, 1) : types);
  }

  function declared({ definition, parentType }: Field): FieldCost {
    const own = definition.extensions['cost'] as FieldCost | undefined;
    return own ?? ofIntrospection.get(`${parentType.name}.${definition.name}`) ?? DEFAULT_COST;
  }

  /** A field with invalid arguments fails before it reads, so that it has no rows. */
  function rowsIn(field: Field, list: ListSize): number {
    if (field.args === undefined && list.slicing.length > 0) isFixed = false;
    try {
      return rowsOf(list, { args: args.of(field), limits });
    } catch {
      return 0;
    }
  }

  /** Cost of a field and what is selected below it, for `heaviestOf`. */
  function described(field: Field): FieldPoints {
    const { list } = declared(field);
    const { points, rows } = ofField(field);
    const isOfRows = (one: Field): boolean =>
      list !== undefined && (list.sized.length === 0 || isSized(one, list.sized));
    const costOfPlan = (plan: ObjectPlan): number => {
      const { once, each } = ofPlan(plan, list?.sized ?? []);
      return once + rows * each;
    };
    const below = plansOf(field).toSorted((a, b) => costOfPlan(b) - costOfPlan(a))[0];
    return { points, rows: list === undefined ? undefined : rows, below, isOfRows };
  }

  const plans = planned(root, [rootType]);
  const { once: points } = ofPlans(plans, []);
  return { points, isFixed, heaviest: points > most ? heaviestOf(plans[0], described) : undefined };
}

/** A selection whose `@skip` or `@include` variable is null costs nothing: it fails before it reads. */
function planned(selection: Selection, types: readonly GraphQLObjectType[]): ObjectPlan[] {
  try {
    return types.map((type) => selection.of(type));
  } catch (error) {
    if (error instanceof GraphQLError) return [];
    throw error;
  }
}

function isSized({ definition }: Field, sized: readonly string[]): boolean {
  return sized.includes(definition.name);
}
