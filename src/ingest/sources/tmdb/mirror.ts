import { mirrorAnswers } from './mirror/mirror-answers.ts';
import type { MirrorAnswers } from './mirror/mirror-answers.ts';
import { openMirrorDatabase } from './mirror/mirror-database.ts';
import { mirrorLists } from './mirror/mirror-lists.ts';
import type { MirrorLists } from './mirror/mirror-lists.ts';
import { mirrorThings } from './mirror/mirror-things.ts';
import type { MirrorThings } from './mirror/mirror-things.ts';

/**
 * What is known of TMDB: the state of each thing, and its raw answer. One SQLite file with a write-ahead log: what a
 * function has done is in it when the function returns, and stays if the process is killed then. Each function throws
 * Failed, with what to do, where the file is damaged or its disk is full.
 */
export interface Mirror extends MirrorThings, MirrorAnswers, MirrorLists {
  close(): void;
}

/**
 * Opens the mirror in a folder, and makes it if it is not there.
 * @throws Failed where the file is of a newer program, or damaged.
 */
export function openMirror(folder: string): Mirror {
  const database = openMirrorDatabase(folder);
  return {
    ...mirrorThings(database),
    ...mirrorAnswers(database),
    ...mirrorLists(database),
    close: database.close,
  };
}
