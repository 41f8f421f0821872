import { cleanCopyHere } from './sources/imdb/clean-copy.ts';
import { readItemsHere } from './indexes/items-by-key.ts';
import { packLinesHere } from './indexes/pack-lines.ts';
import { packNumbersHere } from './indexes/pack-numbers.ts';
import { packPostingsHere } from './indexes/pack-postings.ts';
import { countDocumentsHere } from '../formats/documents/count-documents.ts';
import type { Answer, Task } from './threads/in-thread.ts';
import { Rejected } from './outcomes/outcome.ts';
import { scanHere } from './sources/imdb/scan-file.ts';

/** What a thread does, one task after another. */
export async function doTask(task: Task): Promise<Answer> {
  try {
    return { value: await work(task) };
  } catch (error) {
    return { rejected: error instanceof Rejected, error };
  }
}

function work(task: Task): unknown {
  switch (task.name) {
    case 'scan':
      return scanHere(task.path, task);
    case 'cleanCopy':
      return cleanCopyHere(task);
    case 'readItems':
      return readItemsHere(task);
    case 'packLines':
      return packLinesHere(task);
    case 'packNumbers':
      return packNumbersHere(task);
    case 'packPostings':
      return packPostingsHere(task);
    case 'count':
      return countDocumentsHere(task.path);
  }
}
