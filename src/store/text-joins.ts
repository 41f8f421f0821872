import type { Postings, Span, WordRange } from './postings.ts';
import { runsOf } from './runs.ts';
import type { Run, Where } from './runs.ts';
import { kept, NO_TEXTS, unionOf, within } from './texts.ts';
import type { Texts } from './texts.ts';
import { withinSpans } from './within-spans.ts';

/** One of the words that a text must have: any of these, standing where it fits. */
export interface Wanted {
  words: readonly WordRange[];
  fits: (where: Where) => boolean;
}

/** Of a run this many times as long as what is looked for in it, only the parts are read where that may be. */
const RARE = 2000;
/** More runs than these are gone through from end to end: they are those of the words with a short beginning. */
const WIDE_RUNS = 256;

/**
 * The texts of a band that have all words: those of the rarest one, less those that others are not in. Texts with as
 * many words are joined on their own, as the runs of postings are.
 */
export function textsWithAll(postings: Postings, { band, wanted }: { band: number; wanted: readonly Wanted[] }): Texts {
  const { space } = postings;
  space.clear();
  const slots = wanted
    .map(({ words, fits }) =>
      slotOf(
        words.map((range) => postings.span(band, range)),
        fits,
      ),
    )
    .toSorted((one, other) => one.length - other.length);
  const [rarest, ...others] = slots;
  if (rarest === undefined || rarest.length === 0) return NO_TEXTS;
  const narrow = others.filter(({ isWide }) => !isWide).map(byWords);
  let found = unionOf(
    [...byWords(rarest)].map(([words, runs]) =>
      withinRuns(postings, {
        found: unionOf(
          runs.map((run) => postings.read(run)),
          space,
        ),
        lists: narrow.map((list) => list.get(words) ?? []),
      }),
    ),
    space,
  );
  for (const slot of others.filter(({ isWide }) => isWide)) found = withinSpans(postings, { found, ...slot });
  return kept(found);
}

/** A word that is wanted, and where its postings are. */
interface Slot extends Pick<Wanted, 'fits'> {
  spans: readonly Span[];
  /** Of its postings, be it that they fit or not. */
  length: number;
  isWide: boolean;
}

function slotOf(spans: readonly Span[], fits: Wanted['fits']): Slot {
  const length = spans.reduce((sum, { from, to }) => sum + to - from, 0);
  return { spans, fits, length, isWide: spans.some(({ runs }) => runs > WIDE_RUNS) };
}

function byWords({ spans, fits }: Slot): ReadonlyMap<number, readonly Run[]> {
  return Map.groupBy(spans.flatMap(runsOf).filter(fits), ({ words }) => words);
}

/** Those that are in a run of each of the lists. */
function withinRuns(
  postings: Postings,
  { found: all, lists }: { found: Texts; lists: readonly (readonly Run[])[] },
): Texts {
  let found = all;
  for (const runs of lists) {
    const { ranks } = found;
    if (ranks.length === 0) return found;
    const parts = runs.flatMap((run) =>
      run.to - run.from > RARE * ranks.length ? postings.around(run, ranks) : [postings.read(run)],
    );
    found = within(found, parts, postings.space);
  }
  return found;
}
