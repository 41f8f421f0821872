/* Compatibility forms of Unicode (NFKC): full and half width, ligatures, letters of mathematical alphabets, fractions. */

const WORD = /[\p{L}\p{M}\p{N}]/u;
const NUMBER = /[\p{Nl}\p{No}]/u;

/** Forms that are signs and not letters: nobody types them. */
const SIGNS = new Set(['™', '℠']);

/** What stands for a character, undefined where it stands for itself. Numbers such as ³, ½ and Ⅱ are words of their own. */
function compatibleForm(character: string): string | undefined {
  const form = character.normalize('NFKC');
  // A spacing accent would become a space and an accent.
  if (form === character.normalize('NFC') || form.startsWith(' ') || SIGNS.has(character)) return undefined;
  if (character === '№') return `${form} `;
  if (!NUMBER.test(character)) return form;
  return form.includes('\u2044') ? ` ${form} ` : `\u2010${form}\u2010`;
}

/** Whether a character has letters or digits, itself or as a compatible form: other forms change no word. */
function isWordForm(character: string, form: string): boolean {
  return WORD.test(character) || WORD.test(form);
}

/** A text with the compatible forms of its characters, if it has such of letters or digits; as `compatibleSql`. */
export function compatible(text: string): string {
  const isChanged = Array.from(text).some((one) => {
    const form = one < '\u0080' ? undefined : compatibleForm(one);
    return form !== undefined && isWordForm(one, form);
  });
  return isChanged ? allCompatible(text) : text;
}

/** A text with all compatible forms of its characters. */
export function allCompatible(text: string): string {
  return Array.from(text, (one) => compatibleForm(one) ?? one)
    .join('')
    .normalize('NFC');
}

/** Code points that may have compatible forms: blocks of ideographs, syllables and private use are left out. */
const BLOCKS = [
  [0x80, 0x33ff],
  [0xa640, 0xabff],
  [0xf900, 0x1ffff],
] as const;

/** Code points of a page of `TARGETS`. */
const PAGE = 128;

function hex(code: number): string {
  return `\\x{${code.toString(16)}}`;
}

interface CompatibilitySql {
  /** Characters of which `compatible` changes a text, as ranges of a character class of RE2. */
  ranges: string;
  /** Forms in pages of code points, of which the first is empty, as a list. */
  forms: string;
  /** The page of each so many code points, as a list. */
  pages: string;
}

let made: CompatibilitySql | undefined;

function compatibilitySql(): CompatibilitySql {
  return (made ??= makeSql());
}

function makeSql(): CompatibilitySql {
  const [ranges, forms, pages]: [[number, number][], string[], number[]] = [[], Array<string>(PAGE).fill(''), []];
  for (const [first, last] of BLOCKS) {
    for (let code = first; code <= last; code += 1) {
      const character = String.fromCodePoint(code);
      const form = compatibleForm(character);
      if (form === undefined) continue;
      const page = Math.floor(code / PAGE);
      pages[page] ??= forms.push(...Array<string>(PAGE).fill('')) / PAGE - 1;
      forms[pages[page] * PAGE + (code % PAGE)] = form;
      if (!isWordForm(character, form)) continue;
      const range = ranges.at(-1);
      if (range?.[1] === code - 1) range[1] = code;
      else ranges.push([code, code]);
    }
  }
  return {
    ranges: ranges.map(([first, last]) => `${hex(first)}-${hex(last)}`).join(''),
    forms: `string_split('${forms.join('\n').replaceAll("'", "''")}', '\n')`,
    pages: `string_split('${Array.from(pages, (page: number | undefined) => page ?? 0).join(' ')}', ' ')::USMALLINT[]`,
  };
}

/** SQL of `compatible`. */
export function compatibleSql(text: string): string {
  return `CASE WHEN regexp_matches(${text}, '[${compatibleRanges()}]') THEN ${allCompatibleSql(text)} ELSE ${text} END`;
}

/** Characters, as ranges of a character class of RE2, of which a text must have one to be changed by `compatible`. */
export function compatibleRanges(): string {
  return compatibilitySql().ranges;
}

/**
 * SQL of `allCompatible`: DuckDB has no NFKC. Both tables stand outside of lambdas, in which they would be made anew for
 * each character.
 */
export function allCompatibleSql(text: string): string {
  const { forms, pages } = compatibilitySql();
  const characters = `string_split(${text}, '')`;
  const paged = `list_zip(${characters}, list_select(${pages}, [ord(one) // ${PAGE} + 1 FOR one IN ${characters}]))`;
  const places = `[coalesce(one[2], 0) * ${PAGE} + ord(one[1]) % ${PAGE} + 1 FOR one IN ${paged}]`;
  const formed = `list_zip(${characters}, list_select(${forms}, ${places}))`;
  return `nfc_normalize(array_to_string([CASE WHEN one[2] <> '' THEN one[2] ELSE one[1] END FOR one IN ${formed}], ''))`;
}
