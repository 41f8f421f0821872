import { compatible } from '../words/compatibility.ts';
import { isArticle } from '../words/articles.ts';
import { foldKnown, foldKnownWords } from '../words/fold.ts';

/** What stands between a title and its subtitle. */
const SUBTITLE = /\s*:\s+|\s+[-\u2010-\u2015]\s+|\s*;\s+/u;
/** An article behind the title, as catalogues write it: `Matrix, The`. */
const ARTICLE_BEHIND = /, (the|a|an|le|la|les|l'|der|die|das|el|los|las|il)$/iu;
const MARKS = new Set(['part', 'chapter', 'episode', 'volume', 'vol', 'book', 'no']);
const ROMAN = new Set(['ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix']);
/** Numbers that are read as such behind a mark alone: Malcolm X is no tenth part. */
const MARKED = new Set(
  'i x xi xii one two three four five six seven eight nine ten first second third last final'.split(' '),
);
const NUMBER = /^\d+$/;
/** `Harry Potter and the …`: of two words at least, so that Beauty has nothing of the Beast. */
const AND_THE = /^((?:\S+ ){1,3}\S+) and the \S/;

/** The words of a title, folded. A title in a script that DuckDB alone folds is folded all the same, only less well. */
export function wordsOfTitle(title: string): string[] {
  return foldedWords(title);
}

/**
 * The names of the series that a title may belong to, the most specific first: the title itself and what stands before
 * its subtitles, each without article and number. `Alien 3` and `Alien: Resurrection` share `alien`.
 */
export function seriesNames(title: string): string[] {
  const segments = title.split(SUBTITLE);
  const names = segments.flatMap((_, index) => {
    const words = foldedWords(
      segments
        .slice(0, index + 1)
        .join(' ')
        .replace(ARTICLE_BEHIND, ''),
    );
    return withoutNumber(withoutArticle(words)).join(' ');
  });
  const hero = AND_THE.exec(names[0] ?? '')?.[1];
  const all = hero === undefined ? names : [...names, hero];
  return [...new Set(all.filter((name) => name !== ''))].toReversed();
}

function foldedWords(text: string): string[] {
  return (foldKnown(text) ?? foldKnownWords(compatible(text))).split(' ').filter((word) => word !== '');
}

function withoutArticle(words: readonly string[]): readonly string[] {
  return words.length > 1 && isArticle(words[0] ?? '') ? words.slice(1) : words;
}

/** A title of a number alone, such as 1984, keeps it. */
function withoutNumber(words: readonly string[]): readonly string[] {
  const last = words.at(-1) ?? '';
  const before = words.at(-2) ?? '';
  const isPart = MARKS.has(before) && (NUMBER.test(last) || ROMAN.has(last) || MARKED.has(last));
  const kept = words.slice(0, isPart ? -2 : NUMBER.test(last) || ROMAN.has(last) ? -1 : words.length);
  return kept.length === 0 ? words : kept;
}
