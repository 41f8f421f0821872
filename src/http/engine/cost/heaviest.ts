import type { Field, ObjectPlan } from '../execution/model.ts';

/** The part of an operation that weighs most. */
export interface Heaviest {
  /** Keys from the root; the name of a field where it stands under several keys. */
  path: string;
  /** How often it stands in the operation under one key or another. */
  times: number;
  /** Rows that it has in all; undefined where it is no list. */
  rows: number | undefined;
  /** Its part of the cost, to 1. */
  share: number;
}

/** What a field costs where it stands once. */
export interface FieldPoints {
  points: number;
  /** Of a list, or of a connection; undefined where it is neither. */
  rows: number | undefined;
  /** Of an object that it has: those of the type that costs most. */
  below: ObjectPlan | undefined;
  /** Whether what is selected below counts once for each row. */
  isOfRows: (field: Field) => boolean;
}

/** A field that stands in an operation, in so many places. */
interface Places {
  field: Field;
  /** How often it stands in the document, with what its fragments spread. */
  times: number;
  /** How often it counts. */
  factor: number;
}

/** Fields of one name at one place, whatever their keys. */
interface Group {
  name: string;
  all: Places[];
  points: number;
}

/** What is to blame for more than this share of what stands above it is named instead of that. */
const MOST_OF_IT = 0.5;

/**
 * What an operation costs most for: from the heaviest field of the root down as long as most of its cost is for one field,
 * the last on the way that is a list, or that stands there more often than what is above it.
 */
export function heaviestOf(
  root: ObjectPlan | undefined,
  pointsOf: (field: Field) => FieldPoints,
): Heaviest | undefined {
  if (root === undefined) return undefined;
  const fields = root.fields.map((field): Places => ({ field, times: 1, factor: 1 }));
  const total = sum(fields, ({ field }) => pointsOf(field).points);
  const top = heaviestGroup(fields, pointsOf);
  if (top === undefined) return undefined;
  let group: Group | undefined = top;
  let found: Heaviest | undefined;
  const path: string[] = [];
  while (group !== undefined && (group === top || group.points > MOST_OF_IT * top.points)) {
    const { name, all, points } = group;
    const [first] = all;
    path.push(all.length === 1 && first !== undefined ? first.field.key : name);
    const isList = all.some(({ field }) => pointsOf(field).rows !== undefined);
    const times = sum(all, (places) => places.times);
    if (found === undefined || isList || times > found.times) {
      const rows = isList ? sum(all, ({ field, factor }) => factor * (pointsOf(field).rows ?? 0)) : undefined;
      found = { path: path.join('.'), times, rows, share: points / total };
    }
    group = heaviestGroup(below(all, pointsOf), pointsOf);
  }
  return found;
}

/** What is selected below, each field once, however many ways lead to it: they may be as many as two to the hundred. */
function below(all: readonly Places[], pointsOf: (field: Field) => FieldPoints): Places[] {
  const found = new Map<Field, Places>();
  for (const { field, times, factor } of all) {
    const { rows = 1, below: plan, isOfRows } = pointsOf(field);
    for (const one of plan?.fields ?? []) {
      const places = found.get(one) ?? { field: one, times: 0, factor: 0 };
      places.times += times;
      places.factor += factor * (isOfRows(one) ? rows : 1);
      found.set(one, places);
    }
  }
  return [...found.values()];
}

function heaviestGroup(fields: readonly Places[], pointsOf: (field: Field) => FieldPoints): Group | undefined {
  const groups = new Map<string, Group>();
  for (const places of fields) {
    const { name } = places.field.definition;
    const group = groups.get(name) ?? { name, all: [], points: 0 };
    group.all.push(places);
    group.points += places.factor * pointsOf(places.field).points;
    groups.set(name, group);
  }
  return [...groups.values()].reduce<Group | undefined>(
    (most, group) => (most === undefined || group.points > most.points ? group : most),
    undefined,
  );
}

function sum<T>(all: readonly T[], of: (one: T) => number): number {
  return all.reduce((total, one) => total + of(one), 0);
}
