import type { DatasetsResult, FileResult } from '../../dataset/sources/dataset-action.ts';
import { sourceFile, SOURCES } from '../../dataset/sources/imdb.ts';
import type { Source, SourceName } from '../../dataset/sources/imdb.ts';
import { reasonOf } from '../outcomes/outcome.ts';

/** The sources that an action is for, and a failure for each name that is none. */
export interface ChosenSources {
  sources: readonly Source[];
  unknown: readonly FileResult[];
}

/** Characters that are shown of a name that is none. */
const MOST_SHOWN = 200;

/**
 * Sources by their names, with or without the extensions of the file; without names all but those that the settings
 * leave out.
 */
export function chooseSources(
  names: readonly string[] | undefined,
  without: readonly SourceName[] = [],
): ChosenSources {
  if (names === undefined) return { sources: SOURCES.filter(({ name }) => !without.includes(name)), unknown: [] };
  const isNamed = ({ name }: Source): boolean => names.includes(name) || names.includes(sourceFile(name));
  const known = new Set<string>(SOURCES.flatMap(({ name }) => [name, sourceFile(name)]));
  const unknown = [...new Set(names)].filter((name) => !known.has(name));
  const message = `no such file: IMDb has ${SOURCES.map(({ name }) => name).join(', ')}`;
  return {
    sources: SOURCES.filter(isNamed),
    unknown: unknown.map((name) => failedFile(name.slice(0, MOST_SHOWN), message)),
  };
}

export function doneFile(file: string, done: Omit<FileResult, 'file' | 'outcome'>): FileResult {
  return { file, outcome: 'DONE', ...done };
}

/** `error` is what was thrown, or the reason. */
export function failedFile(file: string, error: unknown): FileResult {
  return { file, outcome: 'FAILED', message: reasonOf(error) };
}

export function resultOf(files: readonly FileResult[]): DatasetsResult {
  const failures = files.filter(({ outcome }) => outcome === 'FAILED');
  const { length: failed } = failures;
  return {
    outcome: failed === 0 ? 'DONE' : 'FAILED',
    reason: failed === 0 ? undefined : failures.map(({ file, message }) => `${file}: ${message}`).join('; '),
    files,
    done: files.length - failed,
    failed,
  };
}

export const BUSY: DatasetsResult = { outcome: 'BUSY', files: [], done: 0, failed: 0 };
