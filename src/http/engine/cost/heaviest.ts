import type { Field, ObjectPlan } from '../execution/model.ts';

/** The part of an operation that costs most. */
export interface Heaviest {
  /** Keys from the root; for a field that occurs under several keys, its name. */
  path: string;
  /** Number of occurrences in the operation, under any key. */
  times: number;
  /** Total number of rows; undefined if it is not a list. */
  rows: number | undefined;
  /** Share of the cost of the operation, from 0 to 1. */
  share: number;
}

/** Cost of one occurrence of a field. */
export interface FieldPoints {
  points: number;
  /** Rows of a list or connection; undefined for any other field. */
  rows: number | undefined;
  /** Selection on the object that the field has; for an abstract type, that of the most expensive type. */
  below: ObjectPlan | undefined;
  /** Whether a field of that selection counts once for each row. */
  isOfRows: (field: Field) => boolean;
}

/** A field with the number of its occurrences in an operation. */
interface Occurrences {
  field: Field;
  /** Occurrences in the document, each spread of a fragment counted. */
  times: number;
  /** Occurrences in the answer: multiplied by the rows of the lists above it. */
  factor: number;
}

/** Fields with the same name on the same parent, under any key. */
interface Group {
  name: string;
  all: Occurrences[];
  points: number;
}

/** Share of the cost of the top field above which a field below it is named instead. */
const MOST_OF_IT = 0.5;

/**
 * Finds the field to name in the error of an expensive operation. Starting from the heaviest field of the root, it
 * descends while one field accounts for most of the cost, and returns the last field on that path that is a list or
 * occurs more often than its parent.
 */
export function heaviestOf(
  root: ObjectPlan | undefined,
  pointsOf: (field: Field) => FieldPoints,
): Heaviest | undefined {
  if (root === undefined) return undefined;
  const fields = root.fields.map((field): Occurrences => ({ field, times: 1, factor: 1 }));
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
    const times = sum(all, (occurrences) => occurrences.times);
    if (found === undefined || isList || times > found.times) {
      const rows = isList ? sum(all, ({ field, factor }) => factor * (pointsOf(field).rows ?? 0)) : undefined;
      found = { path: path.join('.'), times, rows, share: points / total };
    }
    group = heaviestGroup(below(all, pointsOf), pointsOf);
  }
  return found;
}

/**
 * Fields selected below, each once. They are merged because nested fragments can lead to one field along 2^100 paths.
 */
function below(all: readonly Occurrences[], pointsOf: (field: Field) => FieldPoints): Occurrences[] {
  const found = new Map<Field, Occurrences>();
  for (const { field, times, factor } of all) {
    const { rows = 1, below: plan, isOfRows } = pointsOf(field);
    for (const one of plan?.fields ?? []) {
      const occurrences = found.get(one) ?? { field: one, times: 0, factor: 0 };
      occurrences.times += times;
      occurrences.factor += factor * (isOfRows(one) ? rows : 1);
      found.set(one, occurrences);
    }
  }
  return [...found.values()];
}

function heaviestGroup(fields: readonly Occurrences[], pointsOf: (field: Field) => FieldPoints): Group | undefined {
  const groups = new Map<string, Group>();
  for (const occurrences of fields) {
    const { name } = occurrences.field.definition;
    const group = groups.get(name) ?? { name, all: [], points: 0 };
    group.all.push(occurrences);
    group.points += occurrences.factor * pointsOf(occurrences.field).points;
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
