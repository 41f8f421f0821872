import type { Postings, Run, WordRange } from './postings.ts';
import { kept, NO_TEXTS, unionOf, within } from './texts.ts';
import type { Texts } from './texts.ts';

/** One of the words that a text must have: any of these, standing where a run fits. */
export interface Wanted {
  words: readonly WordRange[];
  fits: (run: Run) => boolean;
}

/** Of a run this many times as long as what is looked for in it, only the parts are read where that may be. */
const RARE = 2000;
/** More runs than these are read at once, with what lies between them where that is not much more. */
const MANY_RUNS = 16;
const MUCH_MORE = 4;

/**
 * The texts of a band that have all words: those of the rarest one, less those that others are not in. Texts with as
 * many words are joined on their own, as the runs of postings are.
 */
export function textsWithAll(postings: Postings, { band, wanted }: { band: number; wanted: readonly Wanted[] }): Texts {
  const { space } = postings;
  space.clear();
  const lists: List[] = [];
  for (const { words, fits } of wanted) {
    const runs = words.flatMap((range) => postings.runs(band, range)).filter(fits);
    if (runs.length === 0) return NO_TEXTS;
    lists.push(listOf(postings, runs));
  }
  const [rarest, ...others] = lists.toSorted((one, other) => one.length - other.length);
  if (rarest === undefined) return NO_TEXTS;
  const texts = unionOf(
    [...rarest.byWords].map(([words, runs]) => {
      let found = unionOf(runs.map(rarest.read), space);
      for (const { byWords, read } of others) {
        if (found.ranks.length === 0) break;
        const { ranks } = found;
        const parts = (byWords.get(words) ?? []).flatMap((run) =>
          run.to - run.from > RARE * ranks.length ? postings.around(run, ranks) : [read(run)],
        );
        found = within(found, parts, space);
      }
      return found;
    }),
    space,
  );
  return kept(texts);
}

/** The runs of one of the words. */
interface List {
  /** Of postings. */
  length: number;
  /** By the number of words of their texts. */
  byWords: ReadonlyMap<number, readonly Run[]>;
  read: (run: Run) => Texts;
}

function listOf(postings: Postings, runs: readonly Run[]): List {
  return {
    length: runs.reduce((sum, { from, to }) => sum + to - from, 0),
    byWords: Map.groupBy(runs, ({ words }) => words),
    read: runs.length > MANY_RUNS ? readerOf(postings, runs) : postings.read,
  };
}

/** Reads from what is read once, when it is wanted. */
function readerOf(postings: Postings, runs: readonly Run[]): (run: Run) => Texts {
  const from = runs.reduce((least, run) => Math.min(least, run.from), Infinity);
  const to = runs.reduce((most, run) => Math.max(most, run.to), 0);
  const length = runs.reduce((sum, run) => sum + run.to - run.from, 0);
  if (to - from > MUCH_MORE * length) return postings.read;
  let all: Texts | undefined;
  return (run) => {
    all ??= postings.read({ from, to });
    const [begin, end] = [run.from - from, run.to - from];
    return { ranks: all.ranks.subarray(begin, end), texts: all.texts.subarray(begin, end) };
  };
}
