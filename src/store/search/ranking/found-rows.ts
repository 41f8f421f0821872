import { MATCHES, withoutReading } from '../../../dataset/indexes/search-indexes.ts';
import type { MatchedOn } from '../../model/model.ts';

/** One document found, by the best of its texts. */
export interface FoundRow {
  bucket: number;
  /** Its place by popularity in its build. */
  docId: number;
  person: boolean;
  id: number;
  matchedOn: MatchedOn;
  /** Of the aka that matched; 0 for other texts. */
  ordering: number;
}

/** Where a page begins or ends. */
export type HitPosition = readonly [bucket: number, docId: number];

/** `key` and `text` are as the postings number them. */
export function foundRow({ bucket, docId }: Pick<FoundRow, 'bucket' | 'docId'>, key: number, text: number): FoundRow {
  const matchedOn = MATCHES[text % MATCHES.length] as MatchedOn;
  const ordering = Math.floor(withoutReading(text) / MATCHES.length);
  return { bucket, docId, person: key % 2 === 1, id: Math.floor(key / 2), matchedOn, ordering };
}
