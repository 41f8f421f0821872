import { isRun } from '../../../dataset/words/unspaced.ts';
import type { TermDictionary } from '../terms/term-dictionary.ts';

/** The shortest part, and the longest run that is taken apart. */
const [LEAST_LETTERS, MOST_LETTERS] = [2, 24] as const;
const MOST_PARTS = 4;

/**
 * A run of letters of a script without spaces, which stands in no word, as parts that do: the longest one that it begins
 * with, and so on, as in "千と千尋神隠し" without its の. Itself alone where it stands in one, or there are no such parts.
 */
export async function partsOfRun(list: TermDictionary, text: string): Promise<readonly string[]> {
  const letters = Array.from(text);
  if (letters.length < 2 * LEAST_LETTERS || letters.length > MOST_LETTERS || !isRun(text)) return [text];
  const isNone = new Set<string>();

  async function from(begin: number, most: number): Promise<readonly string[] | undefined> {
    if (begin === letters.length) return [];
    const state = `${begin} ${most}`;
    if (most === 0 || isNone.has(state)) return undefined;
    for (let end = letters.length; end - begin >= LEAST_LETTERS; end -= 1) {
      const part = letters.slice(begin, end).join('');
      const others = (await list.containing(part, 1)).length === 0 ? undefined : await from(end, most - 1);
      if (others !== undefined) return [part, ...others];
    }
    isNone.add(state);
    return undefined;
  }

  return (await from(0, MOST_PARTS)) ?? [text];
}
