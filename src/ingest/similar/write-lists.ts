import { closeSync, openSync, writeSync } from 'node:fs';

import { MOST_SIMILAR, scoreOfSteps } from '../../dataset/similarity/measure.ts';
import { fileTask } from '../threads/file-task.ts';
import type { SimilarLists } from './find-similar.ts';

export interface WriteListsInput {
  ids: Int32Array;
  lists: SimilarLists;
  /** The file to write. */
  path: string;
}

const TITLES_AT_ONCE = 1000;

/** Writes lists as lines of comma separated values: title, position, neighbour, score. Answers with their number. */
export function writeListsHere({ ids, lists, path }: WriteListsInput): number {
  const file = openSync(path, 'w');
  try {
    let rows = 0;
    let text = '';
    for (let title = 0; title < ids.length; title += 1) {
      const length = lists.lengths[title] ?? 0;
      for (let index = 0; index < length; index += 1) {
        const at = title * MOST_SIMILAR + index;
        const neighbour = ids[lists.neighbours[at] ?? 0] ?? 0;
        text += `${ids[title]},${index + 1},${neighbour},${scoreOfSteps(lists.scores[at] ?? 0)}\n`;
      }
      rows += length;
      if (title % TITLES_AT_ONCE === 0) {
        writeSync(file, text);
        text = '';
      }
    }
    writeSync(file, text);
    return rows;
  } finally {
    closeSync(file);
  }
}

export const WRITE_LISTS = fileTask(import.meta.url, writeListsHere);
