import { asError } from './complete-object.ts';
import { Failure } from './failure.ts';
import type { Complete } from './model.ts';
import { Path } from './path.ts';
import type { Run } from './run.ts';

interface List {
  values: readonly unknown[];
  /** Completes one item. */
  complete: Complete;
  path: Path;
  run: Run;
  /** Items that are completed, or promises of them. */
  items: unknown[];
}

/** Completes a list: the items or a promise of them, or the failure of an item that must not be null. */
export function completeList(
  values: readonly unknown[],
  { complete, path, run }: { complete: Complete; path: Path; run: Run },
): unknown {
  run.countList(values.length);
  return resume({ values, complete, path, run, items: [] });
}

function resume(list: List): unknown {
  const { values, complete, path, run, items } = list;
  let isPending = false;
  for (let at = items.length; at < values.length; at += 1) {
    if (run.mustPause()) {
      if (run.isStopped) break;
      return resumeLater(list);
    }
    const completed = completeItem(values[at], { complete, path: new Path(path, at, at), run });
    if (completed instanceof Failure) return isPending ? settle(items, completed) : completed;
    if (completed instanceof Promise) isPending = true;
    items.push(completed);
  }
  return isPending ? settle(items) : items;
}

/**
 * Completes the rest of a long list in a later turn, after all items up to here have settled, so that memory is
 * bounded.
 */
async function resumeLater(list: List): Promise<unknown> {
  await list.run.nextTurn();
  const settled = await settle(list.items);
  if (settled instanceof Failure) return settled;
  return list.run.isStopped ? null : resume(list);
}

function completeItem(value: unknown, { complete, path, run }: { complete: Complete; path: Path; run: Run }): unknown {
  if (!(value instanceof Promise)) return complete(value, path, run);
  return value.then(
    (resolved: unknown) => (run.isStopped ? null : complete(resolved, path, run)),
    (error: unknown) => complete(asError(error), path, run),
  );
}

/** Awaits the items in order, so that the first failure in list order counts. */
async function settle(items: unknown[], failure?: Failure): Promise<unknown[] | Failure> {
  for (const [at, item] of items.entries()) {
    if (!(item instanceof Promise)) continue;
    const completed: unknown = await item;
    if (completed instanceof Failure) return completed;
    items[at] = completed;
  }
  return failure ?? items;
}
