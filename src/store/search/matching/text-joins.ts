import type { Postings, WordRange } from '../../../formats/postings/postings.ts';
import { runsOf } from '../../../formats/postings/runs.ts';
import type { Fits, Run, Span } from '../../../formats/postings/runs.ts';
import { kept, NO_TEXTS, unionOf, within } from '../../../formats/postings/texts.ts';
import type { Texts } from '../../../formats/postings/texts.ts';
import { withinSpans } from './within-spans.ts';

/** One of the words that a text must have: any of these, standing where it fits. */
export interface Wanted {
  words: readonly WordRange[];
  fits: Fits;
}

/** Of a run this many times as long as what is looked for in it, only the parts are read where that may be. */
const RARE = 2000;
/** Runs that are no longer on the average are read together. */
const SHORT = 1000;
/**
 * Other words than the rarest one that have more runs than these, as those with a short beginning have, are gone through
 * from end to end.
 */
const WIDE_RUNS = 256;

/**
 * The texts of a band that have all words: those of the rarest one, less those that others are not in. Texts with as
 * many words are joined on their own, as the runs of postings are.
 * @throws SpaceFull where this is no way to find them.
 */
export function textsWithAll(postings: Postings, { band, wanted }: { band: number; wanted: readonly Wanted[] }): Texts {
  postings.space.clear();
  const slots = wanted
    .map((one) => slotOf(postings, { ...one, band }))
    .toSorted((one, other) => one.length - other.length);
  const [rarest, ...others] = slots;
  if (rarest === undefined || rarest.length === 0) return NO_TEXTS;
  const narrow = others.filter(({ isWide }) => !isWide).map((slot) => byWords(postings, slot));
  let found = unionOf(
    [...byWords(postings, rarest)].map(([words, lists]) => {
      const first = unionOf(
        lists.map((list) => list.all()),
        postings.space,
      );
      return narrow.reduce(
        (texts, other) => withinLists(postings, { found: texts, lists: other.get(words) ?? [] }),
        first,
      );
    }),
    postings.space,
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

function slotOf(postings: Postings, { words, fits, band }: Wanted & { band: number }): Slot {
  const spans = words.map((range) => postings.span(band, range));
  const length = spans.reduce((sum, { from, to }) => sum + to - from, 0);
  const runs = spans.reduce((sum, span) => sum + span.runs, 0);
  return { spans, fits, length, isWide: runs > WIDE_RUNS };
}

/** A run that fits. */
interface List {
  run: Run;
  all: () => Texts;
}

/** Of those of texts with as many words. */
function byWords(postings: Postings, { spans, fits }: Slot): ReadonlyMap<number, readonly List[]> {
  const lists = spans.flatMap((span) => listsOf(postings, span)).filter(({ run }) => fits(run));
  return Map.groupBy(lists, ({ run }) => run.words);
}

function listsOf(postings: Postings, span: Span): List[] {
  const runs = runsOf(span);
  if (span.to - span.from > SHORT * span.runs) return runs.map((run) => ({ run, all: () => postings.read(run) }));
  let whole: Texts | undefined;
  return runs.map((run) => ({
    run,
    all() {
      whole ??= postings.read(span);
      const [from, to] = [run.from - span.from, run.to - span.from];
      return { ranks: whole.ranks.subarray(from, to), texts: whole.texts.subarray(from, to) };
    },
  }));
}

/** Those that are in one of the lists. */
function withinLists(postings: Postings, { found, lists }: { found: Texts; lists: readonly List[] }): Texts {
  const { ranks } = found;
  if (ranks.length === 0) return found;
  const parts = lists.flatMap(({ run, all }) =>
    run.to - run.from > RARE * ranks.length ? postings.around(run, ranks) : [all()],
  );
  return within(found, parts, postings.space);
}
