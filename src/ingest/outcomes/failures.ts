import { reasonOf } from './outcome.ts';

/** A file that could not be had, and what was thrown. */
export interface Failure {
  file: string;
  error: unknown;
}

/** Files that failed for one reason, in one line that names them. */
export interface SameReason {
  files: string[];
  text: string;
}

/** Fewer are spelled out one by one. */
const SEVERAL = 3;

/**
 * Failures by their reason, in the order of the first of each: several that differ in nothing but the file are one.
 * `all` is how many files there were.
 */
export function byReason(failures: readonly Failure[], all: number): SameReason[] {
  const groups = new Map<string, Failure[]>();
  for (const failure of failures) {
    const reason = reasonOf(failure.error).replaceAll(failure.file, 'a file');
    groups.set(reason, [...(groups.get(reason) ?? []), failure]);
  }
  return [...groups.values()].flatMap((group) => {
    if (group.length < SEVERAL) return group.map(({ file, error }) => ({ files: [file], text: reasonOf(error) }));
    const files = group.map(({ file }) => file);
    const others = files.length === all ? `the other ${all - 1} files` : files.slice(1).join(', ');
    return [{ files, text: `${reasonOf(group[0]?.error)}; likewise ${others}` }];
  });
}
