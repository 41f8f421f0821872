import { writingKey } from '../../../dataset/words/writing-keys.ts';
import { textHash } from '../../../dataset/words/spellings.ts';
import type { TermList } from '../../../formats/terms/term-list.ts';

/** Terms that have keys in Latin letters, and the hashes of these. */
interface Keyed {
  terms: readonly number[];
  hashes: readonly number[];
}

const known = new WeakMap<TermList, Promise<Keyed>>();

/** Terms of other scripts that have a key, in their order. The first to ask of a list waits until all have been looked at. */
export async function keyedTerms(list: TermList, key: string): Promise<readonly number[]> {
  let keyed = known.get(list);
  if (keyed === undefined) known.set(list, (keyed = keyedOf(list)));
  const { terms, hashes } = await keyed;
  const wanted = textHash(key);
  return terms.filter((term, at) => hashes[at] === wanted && writingKey(list.wordAt(term)) === key);
}

/** Terms after which others are answered. */
const TURN_TERMS = 5000;

async function keyedOf(list: TermList): Promise<Keyed> {
  const [terms, hashes]: [number[], number[]] = [[], []];
  for (let term = 0; term < list.count; term += 1) {
    if (term % TURN_TERMS === 0) await new Promise(setImmediate);
    const key = writingKey(list.wordAt(term));
    if (key === undefined) continue;
    terms.push(term);
    hashes.push(textHash(key));
  }
  return { terms, hashes };
}
