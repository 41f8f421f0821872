import type { Manifest } from '../../dataset/builds/manifest.ts';
import { SOURCES, sourceFile } from '../../dataset/sources/imdb.ts';
import { TABLES } from '../../dataset/tables/tables.ts';
import type { Draft } from '../../dataset/builds/draft.ts';
import { Rejected } from '../outcomes/outcome.ts';

export interface GuardOptions {
  /** The build that is served, be it damaged; undefined where there is none to compare with. */
  before: Manifest | undefined;
  /** The share of its rows that a table may lose from one build to the next. */
  maxShrink: number;
}

/** By how much the share of nulls in a column, or of references that dangle, may rise from one build to the next. */
const MAX_RISE = 0.05;

/** A share of fewer rows says nothing. */
const MIN_ROWS = 1000;

/**
 * Compares a made build with the one that is served: files that IMDb publishes half done read well, and are wrong.
 * @throws Rejected with one line that names every table and column that has changed too much.
 */
export function refuseSuspicious(draft: Draft, { before, maxShrink }: GuardOptions): void {
  if (before === undefined) return;
  const problems = [...shrunk(draft, { before, maxShrink }), ...risen(draft, before)];
  if (problems.length > 0) throw new Rejected(`${problems.join('; ')} (--force accepts it)`);
}

function shrunk(draft: Draft, { before, maxShrink }: { before: Manifest; maxShrink: number }): string[] {
  return canonicalTables(draft, before).flatMap(({ name, file }) => {
    const was = rowsOf(before, name);
    const is = rowsOf(draft, name);
    const lost = was === 0 ? 0 : (was - is) / was;
    return lost > maxShrink
      ? [
          `${file}: shrank from ${was} to ${is} rows, by ${percent(lost)}, more than MAX_SHRINK allows (${percent(maxShrink)})`,
        ]
      : [];
  });
}

function risen(draft: Draft, before: Manifest): string[] {
  const kinds = [
    ['nulls', 'empty'],
    ['dangling', 'pointing to nothing'],
  ] as const;
  return canonicalTables(draft, before).flatMap(({ name, file }) => {
    if (Math.min(rowsOf(before, name), rowsOf(draft, name)) < MIN_ROWS) return [];
    return kinds.flatMap(([kind, words]) =>
      Object.entries(draft.measures[kind])
        .filter(([column]) => column.startsWith(`${name}.`))
        .map(([column, is]) => ({ column, is, was: before.measures[kind]?.[column] ?? is }))
        .filter(({ is, was }) => is - was > MAX_RISE)
        .map(
          ({ column, is, was }) =>
            `${file}: ${column} is ${words} in ${percent(is)} of the rows, was in ${percent(was)}`,
        ),
    );
  });
}

/** Tables whose source both builds have: leaving one out, or taking it in, is no accident. */
function canonicalTables(draft: Draft, before: Manifest): { name: string; file: string }[] {
  return TABLES.flatMap(({ name, from }) => {
    const source = SOURCES.find((candidate) => candidate.name === from);
    const inBoth = [draft, before].every(({ sources }) => sources.some((record) => record.name === source?.name));
    return source !== undefined && inBoth ? [{ name, file: sourceFile(source.name) }] : [];
  });
}

function rowsOf(build: Pick<Draft, 'tables'>, table: string): number {
  return build.tables.find(({ name }) => name === table)?.rows ?? 0;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
