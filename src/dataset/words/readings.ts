import { ELISIONS } from './articles.ts';
import { compatible, compatibleSql } from './compatibility.ts';
import { AND, APOSTROPHES, foldKnown, foldKnownWords, foldWords } from './fold.ts';

/*
 * A text is found as it is folded, and by further readings: without the signs that join words ("X-Men" as "xmen",
 * "20,000" as "20000"), with single letters run together ("E.T." as "et"), and with "&" as a word ("Q & A"); then with
 * what an apostrophe joins as a word of its own ("L'ombre" as "l ombre"), and with the first or the last joint alone joined.
 */

const WORD = '\\p{L}\\p{M}\\p{N}';
/** Signs that join words without a space: hyphens, slashes, colons, middle dots, and those for "and". */
const JOINT = '[-\u2010-\u2015\uFF0D/\uFF0F:\uFF1A\u00B7\u2022\u30FB&\uFF06+\uFF0B]{1,2}';
const ANDS = '[&\uFF06+\uFF0B]';
/** What stands between thousands. */
const COMMA = '[.,\\p{Z}]';
/** Numbers that are words of their own, such as ³. */
const LONE = '[\\p{Nl}\\p{No}]';

const BEFORE = '(^|[^0-9.,])([0-9]{1,3})';
const THREE = `${COMMA}([0-9]{3})`;
const BEHIND = '($|[^0-9])';

/** What is joined to the word behind it, in whatever case: not "l'" alone, but "dell'" and others, too. */
const ELIDED = `(^|[^${WORD}])(${ELISIONS.map(anyCase).join('|')})${APOSTROPHES}(\\p{L})`;

/** Texts that may have further readings: most have none of this. */
const FURTHER = [
  `[${WORD}]${JOINT}[${WORD}]`,
  `[0-9]${COMMA}[0-9]{3}`,
  `[${WORD}]${LONE}|${LONE}[${WORD}]`,
  `[${WORD}][^\\n]*${ANDS}|${ANDS}[^\\n]*[${WORD}]`,
  `(^|[^${WORD}])\\p{L}[^${WORD}]+\\p{L}($|[^${WORD}])`,
  ELIDED,
].join('|');

/** Replacements that join words: pattern, and the groups that stay. Joints that share a word are found in two goes. */
const JOINS = [
  [`${BEFORE}${THREE}${THREE}${BEHIND}`, [1, 2, 3, 4, 5]],
  [`${BEFORE}${THREE}${BEHIND}`, [1, 2, 3, 4]],
  [`([${WORD}])${JOINT}([${WORD}])`, [1, 2]],
  [`([${WORD}])${JOINT}([${WORD}])`, [1, 2]],
] as const;

/** Two joints, which may share a word. */
const JOINTS = `[${WORD}]${JOINT}[${WORD}]([^\\n]*[${WORD}])?${JOINT}[${WORD}]`;
/** The first joint, and the last one. */
const FIRST_JOINT = `([${WORD}])${JOINT}([${WORD}])`;
const LAST_JOINT = `^([^\\n]*[${WORD}])${JOINT}([${WORD}])`;

/** A single letter between two spaces of its own. */
const SINGLE = ' (\\p{L}) ';
const SINGLES = '(^| )\\p{L} \\p{L}( |$)';

/** The most readings of a text: each of three things is done or not; of the others there is no more. */
export const MOST_READINGS = 8;

/** Texts without signs, which is found out sooner. */
const PLAIN = '[a-zA-Z0-9 ]*';

/** SQL for whether signs of a text may make further readings. */
export function hasFurtherSql(text: string): string {
  return `CASE WHEN ${text} IS NULL OR regexp_full_match(${text}, '${PLAIN}') THEN false ELSE ${mayHaveFurtherSql(text)} END`;
}

function mayHaveFurtherSql(text: string): string {
  return `regexp_matches(${text}, '${quoted(FURTHER)}')`;
}

/**
 * A SELECT of the rows of another with one row for each reading of their `text`, which is left out: `folded`, and the
 * number of the reading. That of 0 is the text as `fold` folds it, which the rows have as `folded`.
 */
export function withReadings(select: string): string {
  // Column by column, not in lambdas, in which regular expressions would be compiled anew for every few rows. What makes
  // no difference is null.
  const ways = `SELECT *, CASE WHEN ${mayHaveFurtherSql('text')} THEN ${compatibleSql('text')} END AS way FROM (${select})`;
  const both = `SELECT *, CASE WHEN way IS NOT NULL THEN ${joinedSql('way')} END AS joined FROM (${ways})`;
  const words = `SELECT *, CASE WHEN joined <> way THEN ${foldWords('joined')} END AS joinedWords,
      ${withAndSql('way')} AS andWords, CASE WHEN joined <> way THEN ${withAndSql('joined')} END AS bothWords FROM (${both})`;
  const more = `SELECT * EXCLUDE (way), ${elidedSql('way', '')} AS elidedWords, ${elidedSql('way', AND)} AS elidedBoth,
      ${oneJoinedSql(FIRST_JOINT)} AS firstJoined, ${oneJoinedSql(LAST_JOINT)} AS lastJoined FROM (${words})`;
  const all = ['folded', 'joinedWords', 'andWords', 'bothWords'].flatMap((one) => [one, togetherSql(one)]).join(', ');
  const further = `list_sort(list_filter(list_distinct([${all}]), lambda one: one NOT IN ('', folded)))`;
  const lists = `SELECT * EXCLUDE (text, joinedWords, andWords, bothWords), CASE WHEN joined IS NULL THEN [folded]
      ELSE list_concat([folded], ${further}) END AS first FROM (${more})`;
  const others = `list_sort(list_filter(list_distinct([elidedWords, elidedBoth, firstJoined, lastJoined]),
      lambda one: one <> '' AND NOT list_contains(first, one)))`;
  const readings = `SELECT * EXCLUDE (joined, first, elidedWords, elidedBoth, firstJoined, lastJoined), CASE WHEN joined IS NULL
      THEN first ELSE list_slice(list_concat(first, ${others}), 1, ${MOST_READINGS}) END AS readings FROM (${lists})`;
  return `SELECT * EXCLUDE (folded, readings), unnest(range(len(readings)))::INTEGER AS reading, unnest(readings) AS folded FROM (${readings})`;
}

function elidedSql(text: string, kept: '' | typeof AND): string {
  const elided = `regexp_replace(${text}, '${quoted(ELIDED)}', '\\1\\2 \\3', 'g')`;
  const apart = kept === '' ? foldWords(elided) : withAndSql(elided);
  return `CASE WHEN regexp_matches(${text}, '${quoted(ELIDED)}') THEN ${apart} END`;
}

function oneJoinedSql(joint: string): string {
  return `CASE WHEN joined <> way AND regexp_matches(way, '${JOINTS}') THEN ${foldWords(`regexp_replace(way, '${joint}', '\\1\\2')`)} END`;
}

function joinedSql(text: string): string {
  return JOINS.reduce(
    (inner, [pattern, groups]) =>
      `regexp_replace(${inner}, '${pattern}', '${groups.map((group) => `\\${group}`).join('')}', 'g')`,
    text,
  );
}

function withAndSql(text: string): string {
  const spaced = `regexp_replace(${text}, '${ANDS}+', ' ${AND} ', 'g')`;
  return `CASE WHEN regexp_matches(${text}, '${ANDS}') THEN ${foldWords(spaced, AND)} END`;
}

function togetherSql(words: string): string {
  const marked = `regexp_replace(' ' || replace(${words}, ' ', '  ') || ' ', '${SINGLE}', '\n\\1\n', 'g')`;
  const run = `trim(regexp_replace(replace(replace(${marked}, '\n\n', ''), '\n', ' '), ' +', ' ', 'g'))`;
  return `CASE WHEN regexp_matches(${words}, '${SINGLES}') THEN ${run} END`;
}

/** The readings of a text without DuckDB, see `foldKnown`. */
export function readingsKnown(text: string): readonly string[] | null {
  const folded = foldKnown(text);
  if (folded === null || !MAY_HAVE_FURTHER.test(text)) return folded === null ? null : [folded];
  const ways = [compatible(text), joined(compatible(text))];
  const words = ways.flatMap((way) => [foldKnownWords(way), foldKnownWords(withAnd(way), AND)]);
  const further = words.flatMap((one) => [one, together(one)]);
  const [way = ''] = ways;
  const elided = way.replaceAll(ANY_ELIDED, '$1$2 $3');
  const others = [
    ...(elided === way ? [] : [foldKnownWords(elided), foldKnownWords(withAnd(elided), AND)]),
    ...(HAS_JOINTS.test(way) ? [ONE_JOINT, END_JOINT] : []).map((joint) => foldKnownWords(way.replace(joint, '$1$2'))),
  ];
  return [...new Set([folded, ...inOrder(further), ...inOrder(others)])].slice(0, MOST_READINGS);
}

function inOrder(texts: readonly string[]): string[] {
  return texts.filter((one) => one !== '').toSorted(byCode);
}

const MAY_HAVE_FURTHER = new RegExp(FURTHER, 'u');
const ANY_JOIN = JOINS.map(
  ([pattern, groups]) => [new RegExp(pattern, 'gu'), groups.map((group) => `$${group}`).join('')] as const,
);
const ANY_ELIDED = new RegExp(ELIDED, 'gu');
const HAS_JOINTS = new RegExp(JOINTS, 'u');
const ONE_JOINT = new RegExp(FIRST_JOINT, 'u');
const END_JOINT = new RegExp(LAST_JOINT, 'u');
const ANY_ANDS = new RegExp(`${ANDS}+`, 'g');
const ANY_SINGLE = new RegExp(SINGLE, 'gu');

function joined(text: string): string {
  return ANY_JOIN.reduce((inner, [pattern, groups]) => inner.replaceAll(pattern, groups), text);
}

function withAnd(text: string): string {
  return text.replaceAll(ANY_ANDS, ` ${AND} `);
}

function together(words: string): string {
  const marked = ` ${words.replaceAll(' ', '  ')} `.replaceAll(ANY_SINGLE, '\n$1\n');
  return marked.replaceAll('\n\n', '').replaceAll('\n', ' ').replaceAll(/ +/g, ' ').trim();
}

function byCode(one: string, other: string): number {
  return one < other ? -1 : 1;
}

function anyCase(word: string): string {
  return Array.from(word, (letter) => `[${letter}${letter.toUpperCase()}]`).join('');
}

function quoted(pattern: string): string {
  return pattern.replaceAll("'", "''");
}
