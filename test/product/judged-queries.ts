import { OTHER_WRITINGS } from '../../src/demo/fixed/other-writings.ts';
import { FIRST_SHORTENED, SHORTENED_TITLES } from '../../src/demo/fixed/shortened-titles.ts';

/** A query that somebody might type, and what it must find. */
export interface JudgedQuery {
  kind: Kind;
  query: string;
  /** Of the search, where it is in one. */
  region?: string | undefined;
  /** IMDb's id. */
  id: string;
}

export type Kind = keyof typeof KINDS | keyof typeof WRITTEN_KINDS;

/** A text of the data that is nobody else's. */
export interface Target {
  id: string;
  /** As in the data. */
  text: string;
  folded: string;
  matchedOn: string;
  region: string | null;
  year: number | null;
  /** Folded and without its article, if nothing else is called so. */
  bare: string | null;
}

const PER_KIND = 60;

/** What people do to a text, each a change of it, or undefined where there is nothing to change. */
const KINDS = {
  asItIs: ({ text }) => text,
  oneError: ({ folded }, random) => mistype(folded, { random, errors: 1 }),
  twoErrors: ({ folded }, random) => mistype(folded, { random, errors: 2 }),
  noAccents: ({ text }) => changed(text, text.normalize('NFD').replaceAll(/\p{Mn}/gu, '')),
  noApostrophes: ({ text }) => changed(text, text.replaceAll(/['’]/g, '')),
  otherOrder: ({ folded }) => changed(folded, folded.split(' ').toReversed().join(' ')),
  abbreviated: ({ folded }) => (/[^ ]{6,}$/.test(folded) ? folded.slice(0, -2) : undefined),
  translated: ({ text, matchedOn }) => (matchedOn === 'AKA' ? text.toUpperCase() : undefined),
  noArticle: ({ bare, matchedOn }) => (matchedOn === 'PRIMARY' ? (bare ?? undefined) : undefined),
  otherArticle: ({ folded, matchedOn }) =>
    matchedOn === 'PRIMARY' && !/^(the|a|an|l[aeo]s?|el|il|d[aei][rsetn]) /.test(folded) ? `the ${folded}` : undefined,
  otherNumber: ({ folded, matchedOn }) =>
    matchedOn === 'PRIMARY' ? changed(folded, folded.split(' ').map(inOtherForm).join(' ')) : undefined,
  otherTitle: ({ text, matchedOn }) => (matchedOn === 'AKA' ? text : undefined),
  titleOfRegion: ({ text, matchedOn, region }) => (matchedOn === 'AKA' && region !== null ? text : undefined),
  withYear: ({ text, year }) => (year === null ? undefined : `${text} ${year}`),
} as const satisfies Record<string, (target: Target, random: () => number) => string | undefined>;

/** Kinds for which there are titles in the demo data. */
const MADE_FOR: ReadonlySet<string> = new Set<Kind>(['noArticle', 'otherNumber']);

function isShortened({ id }: Target): boolean {
  const number = Number(id.slice(2)) - FIRST_SHORTENED;
  return id.startsWith('tt') && number >= 0 && number < SHORTENED_TITLES.length;
}

/** How texts are typed that are written with other letters, initials or signs. */
const WRITTEN_KINDS = {
  otherForms: ({ text }) => changed(text, plainForm(text)),
  initialsTogether: ({ text }) =>
    changed(
      text,
      text.replaceAll(/(?<=\b\p{L})[.*] ?(?=\p{L}[ .*]|\p{L}$)/gu, '').replaceAll(/(?<=\p{L}{2})[.*]/gu, ''),
    ),
  initialsApart: ({ text }) =>
    changed(
      text,
      text.replaceAll(/\b\p{Lu}{3}\b/gu, (word) => `${word.split('').join('.')}.`),
    ),
  joined: ({ text }) => changed(text, text.replaceAll(/(?<=[\p{L}\p{N}])[-/:·](?=[\p{L}\p{N}])/gu, '')),
  thousands: ({ text }) => changed(text, text.replaceAll(/(?<=[0-9])[.,\u2009](?=[0-9]{3})/g, '')),
  andWord: ({ text }) => changed(text, text.replace(/ [&+] /, ' and ')),
  andOfOthers: ({ text }) => changed(text, text.replace(/ [&+] /, text.length % 2 === 0 ? ' und ' : ' y ')),
  andSign: ({ text }) => changed(text, text.replace(/ (and|und|et|y) /, text.length % 2 === 0 ? ' & ' : ' + ')),
  insideRun: ({ text }) => insideRun(text),
  signs: ({ text }) => (/[\p{L}\p{N}]/u.test(text) ? undefined : text),
  someJoined: ({ text }) =>
    /[^-]+-[^-]+-/.test(text) ? changed(text, text.replace('-', '').replaceAll('-', ' ')) : undefined,
  noElision: ({ text }) => changed(text, text.replace(/^(?:[LD]|Un|Qu)['’](?=[aeioAEIO])/, '')),
  runWithout: ({ text }) => (/^\P{ASCII}+$/u.test(text) ? changed(text, withoutOne(text)) : undefined),
  otherWriting: ({ text }) => OTHER_WRITINGS.find(([written]) => written === text)?.[1],
  spaceMissing: ({ text }) => changed(text, text.replace(/^A (?=\p{L})/u, 'a').replace(/(?<=\p{L}) (?=[0-9]:)/u, '')),
} as const satisfies Record<string, (target: Target) => string | undefined>;

/** Queries of every kind, the same ones for the same targets; `written` are those that are typed otherwise. */
export function judgedQueries(targets: readonly Target[], written: readonly Target[]): JudgedQuery[] {
  return [...queriesOf(KINDS, targets), ...queriesOf(WRITTEN_KINDS, [...written, ...targets])];
}

function queriesOf(
  kinds: Record<string, (target: Target, random: () => number) => string | undefined>,
  targets: readonly Target[],
): JudgedQuery[] {
  const random = numbers();
  const made = targets.filter(isShortened);
  const others = targets.filter((target) => !isShortened(target));
  return Object.entries(kinds).flatMap(([kind, change]) =>
    (MADE_FOR.has(kind) ? [...made, ...others] : others)
      .flatMap((target) => {
        const query = change(target, random);
        const region = kind === 'titleOfRegion' ? (target.region ?? undefined) : undefined;
        return query === undefined ? [] : [{ kind: kind as Kind, query, region, id: target.id }];
      })
      .slice(0, PER_KIND),
  );
}

const NUMBER_WORDS = 'two three four five six seven eight nine ten eleven twelve thirteen'.split(' ');
const NUMERALS = 'ii iii iv v vi vii viii ix x xi xii xiii'.split(' ');

/** A number in digits for one in words or as a numeral, and the other way round. Titles do not begin with numerals. */
function inOtherForm(word: string, at: number): string {
  const number = Math.max(NUMBER_WORDS.indexOf(word), at > 0 && word.length > 1 ? NUMERALS.indexOf(word) : -1);
  if (number !== -1) return String(number + 2);
  const digits = /^[1-9][0-9]?$/.test(word) ? Number(word) - 2 : -1;
  return (at === 0 ? NUMBER_WORDS : NUMERALS)[digits] ?? word;
}

/** With letters and numbers as a keyboard has them. */
function plainForm(text: string): string {
  return text.replaceAll(/[½³]/g, ' $&').normalize('NFKC').replaceAll('\u2044', '/');
}

/** Two letters inside of a run without spaces: behind one of Korean, two of Chinese and Japanese, five of Thai. */
function insideRun(text: string): string | undefined {
  if (/^\p{Script=Hangul}{6,}$/u.test(text)) return text.slice(1, 3);
  if (/^[\p{Script=Han}\p{Script=Hiragana}]{5,}$/u.test(text)) return text.slice(2, 4);
  return /^\p{Script=Thai}{9,}$/u.test(text) ? text.slice(5, 7) : undefined;
}

/** A run with one letter less between its parts. */
function withoutOne(text: string): string {
  return text.replace(/(?<=^[夢星]と..)の|(?<=^某日..)之|(?<=^[그저]..)길|(?<=^เมือง)./u, '');
}

function changed(from: string, to: string): string | undefined {
  return from === to ? undefined : to;
}

/** Mistypes the longest word of ASCII letters: two errors only where it has eight. */
function mistype(folded: string, { random, errors }: { random: () => number; errors: 1 | 2 }): string | undefined {
  const [longest] = folded.split(' ').toSorted((a, b) => b.length - a.length);
  if (longest === undefined || longest.length < (errors === 1 ? 4 : 8) || !/^[a-z]+$/.test(longest)) return undefined;
  let word = longest;
  for (let error = 0; error < errors; error += 1) word = withError(word, random);
  return word === longest ? undefined : folded.replace(longest, word);
}

function withError(word: string, random: () => number): string {
  const at = 1 + Math.floor(random() * (word.length - 2));
  const letter = String.fromCodePoint(97 + Math.floor(random() * 26));
  const [before, after] = [word.slice(0, at), word.slice(at)];
  const errors = [
    before + after.slice(1),
    before + letter + after,
    before + letter + after.slice(1),
    before + after.slice(1, 2) + after.slice(0, 1) + after.slice(2),
  ];
  return errors[Math.floor(random() * errors.length)] ?? word;
}

/** Numbers from 0 to 1, always the same. */
function numbers(): () => number {
  let state = 20_260_101;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
