import type { GraphQLObjectType } from 'graphql';

import { getNamedType, GraphQLError, isAbstractType, isObjectType } from 'graphql';

import type { Limits } from '../../../graphql/base/context.ts';
import type { FieldCost, ListSize } from '../../../graphql/base/cost.ts';
import type { FieldArguments } from '../execution/field-arguments.ts';
import type { Field, ObjectPlan, Operation, Selection } from '../execution/model.ts';
import { introspectionCosts } from './introspection-costs.ts';
import { isUniform } from './is-uniform.ts';
import { rowsOf } from './rows-of.ts';

export interface CostOptions {
  operation: Operation;
  limits: Limits;
  /** The points from which on it is too dear. */
  most: number;
  args: FieldArguments;
}

/** What an operation costs before it runs. */
export interface OperationCost {
  /** Whether it is the same for all variables. */
  isFixed: boolean;
  /** Of about a microsecond each. */
  points: number;
  /** Of an operation that is too dear, the list that most of it is for: its keys from the root, and its rows in all. */
  heaviest: { keys: string; rows: number } | undefined;
}

/** Of an object: what it costs once, and what each row does of the list that it is the connection of. */
interface Points {
  once: number;
  each: number;
}

const THERE: FieldCost = { weight: 1 };
/** A field that less than this share of the cost is for is not to blame. */
const MOST_OF_IT = 0.5;

/**
 * The cost of an operation by the schema and its arguments alone. Fragments count wherever they are spread, aliases are
 * fields of their own, and of an interface or union the dearest type counts.
 * @throws ClientError `COST_LIMIT_EXCEEDED` for one that cannot be planned, see `planOperation`.
 */
export function costOf({ operation, limits, most, args }: CostOptions): OperationCost {
  const { schema, root, rootType } = operation;
  const known = new Map<ObjectPlan, Points>();
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
    const { weight, list } = declared(field);
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

  /** One for each type that an object may have, or for any of them where all have the same fields. */
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
    return own ?? ofIntrospection.get(`${parentType.name}.${definition.name}`) ?? THERE;
  }

  /** A field whose arguments do not fit reads nothing. */
  function rowsIn(field: Field, list: ListSize): number {
    if (field.args === undefined && list.slicing.length > 0) isFixed = false;
    try {
      return rowsOf(list, { args: args.of(field), limits });
    } catch {
      return 0;
    }
  }

  /** What is selected below a field, each with what it costs there. */
  function below(field: Field, { list, rows }: { list: ListSize | undefined; rows: number }): Share[] {
    const isOfRows = (one: Field): boolean =>
      list !== undefined && (list.sized.length === 0 || isSized(one, list.sized));
    const fields = plansOf(field).flatMap((plan) => plan.fields);
    return fields.map((one) => ({ field: one, points: ofField(one).points * (isOfRows(one) ? rows : 1) }));
  }

  /** Goes down to where most of the cost is, and remembers the last list on the way. */
  function heaviest(): OperationCost['heaviest'] {
    let found: OperationCost['heaviest'];
    let shares = planned(root, [rootType]).flatMap(({ fields }) =>
      fields.map((field): Share => ({ field, points: ofField(field).points })),
    );
    const keys: string[] = [];
    let rows = 1;
    for (;;) {
      const all = shares.reduce((sum, { points }) => sum + points, 0);
      const dearest = shares.find(({ points }) => points > MOST_OF_IT * all);
      if (dearest === undefined) return found;
      const { field } = dearest;
      const { list } = declared(field);
      keys.push(field.key);
      const own = ofField(field).rows;
      if (list !== undefined) {
        rows *= own;
        found = { keys: keys.join('.'), rows };
      }
      shares = below(field, { list, rows: own });
    }
  }

  const { once: points } = ofPlans(planned(root, [rootType]), []);
  return { points, isFixed, heaviest: points > most ? heaviest() : undefined };
}

/** A selection that cannot be planned for want of a switch costs nothing: it fails before it reads. */
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

interface Share {
  field: Field;
  points: number;
}
