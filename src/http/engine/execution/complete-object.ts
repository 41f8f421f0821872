import { Failure } from './failure.ts';
import { FieldInfo } from './field-info.ts';
import type { Field, ObjectPlan } from './model.ts';
import { Path } from './path.ts';
import type { Run } from './run.ts';

interface Begun {
  fields: readonly Field[];
  source: unknown;
  prev: Path | undefined;
  run: Run;
  /** Whether each field is completed before the next one is resolved: those of a mutation. */
  isSerial: boolean;
  /** Fields that are completed, or promises of them. */
  object: Record<string, unknown>;
}

/** Completes an object: its fields or a promise of them, or the failure of a field that must not be null. */
export function completeObject(
  { fields, empty, characters }: ObjectPlan,
  { value, path, run, isSerial = false }: { value: unknown; path: Path | undefined; run: Run; isSerial?: boolean },
): unknown {
  run.countObject(characters);
  return resume({ fields, source: value, prev: path, run, isSerial, object: { ...empty } }, 0);
}

function resume(begun: Begun, from: number): unknown {
  const { fields, run, object, isSerial } = begun;
  let isPending = false;
  for (let at = from; at < fields.length; at += 1) {
    if (isSerial && isPending) return resumeLater(begun, at);
    if (run.mustPause()) {
      if (run.isStopped) break;
      return resumeLater(begun, at);
    }
    const field = fields[at] as Field;
    const completed = completeField(field, begun);
    // Fields after a failure are not resolved. A pending field before it takes precedence if it fails too.
    if (completed instanceof Failure) return isPending ? settle(object, fields, completed) : completed;
    if (completed instanceof Promise) isPending = true;
    object[field.key] = completed;
  }
  return isPending ? settle(object, fields) : object;
}

/** Completes the rest of a large object in a later turn, like the rest of a long list, or of a mutation. */
async function resumeLater(begun: Begun, at: number): Promise<unknown> {
  const { fields, run, object } = begun;
  await run.nextTurn();
  const settled = await settle(object, fields);
  if (settled instanceof Failure) return settled;
  return run.isStopped ? null : resume(begun, at);
}

function completeField(field: Field, { source, prev, run }: Pick<Begun, 'source' | 'prev' | 'run'>): unknown {
  let value: unknown;
  try {
    value = field.resolve(source, run.args.of(field), run.context, new FieldInfo(field, prev, run));
  } catch (error) {
    value = asError(error);
  }
  if (field.isFinal(value)) return run.counted(value);
  const path = new Path(prev, field.key, field.index);
  return value instanceof Promise ? completeLater(field, { value, path, run }) : field.complete(value, path, run);
}

/**
 * Completes a field when its promise settles. Many promises may settle in one turn of the event loop, so it may yield.
 */
async function completeLater(
  field: Field,
  { value, path, run }: { value: Promise<unknown>; path: Path; run: Run },
): Promise<unknown> {
  let resolved: unknown;
  try {
    resolved = await value;
  } catch (error) {
    resolved = asError(error);
  }
  if (run.mustYield()) await run.nextTurn();
  return run.isStopped ? null : field.complete(resolved, path, run);
}

/** Awaits the fields in order, so that the first failure in document order counts. */
async function settle(
  object: Record<string, unknown>,
  fields: readonly Field[],
  failure?: Failure,
): Promise<Record<string, unknown> | Failure> {
  for (const { key } of fields) {
    if (!(object[key] instanceof Promise)) continue;
    const completed: unknown = await object[key];
    if (completed instanceof Failure) return completed;
    object[key] = completed;
  }
  return failure ?? object;
}

/** The error that was thrown; anything else that was thrown is wrapped in one. */
export function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(`Not an error was thrown: ${String(thrown)}`);
}
