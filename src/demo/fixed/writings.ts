import { OTHER_WRITINGS, TRANSLITERATED } from './other-writings.ts';
import { addAkas, addTitle, emptyRows, NULL, type FixedRows } from './fixed-rows.ts';

/* Titles and names that people type otherwise than they are written: with letters of other forms, initials, signs. */

/** The ids of all of them: titles and people whose number is in this range. */
export const WRITINGS = { first: 900_300, last: 900_799 } as const;

const BEGINNINGS = ['Zor', 'Vex', 'Quom', 'Jib', 'Myx', 'Fyrd'];
const ENDINGS = ['adan', 'ellin', 'imur', 'ovek', 'ustra', 'yndel'];
/** Words that nothing else of the demo has. */
const WORDS = BEGINNINGS.flatMap((begin) => ENDINGS.map((end) => begin + end));

const FULL_WIDTH = 0xfee0;
const FRAKTUR = 0x1d51e - 0x61;

function moved(text: string, by: number): string {
  return Array.from(text, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + by)).join('');
}

type Pattern = (word: string, nth: number) => string;

/** Each pattern makes a title of every sixth word. */
const PATTERNS: Record<string, readonly Pattern[]> = {
  forms: [
    (word) => moved(word, FULL_WIDTH),
    (word) => `The ﬁre of ${word}`,
    (word) => `${word}³`,
    (word, nth) => `${nth + 1}½ ${word}`,
    (word) => `Nº 1: ${word}`,
    (word) => `${moved(word.toLowerCase(), FRAKTUR)} ﾄﾗｲｶﾞﾝ`,
  ],
  initials: [
    (word) => `S.W.${word.charAt(0)}.T. ${word}`,
    (word) => `K*O*R*${word.charAt(1).toUpperCase()} ${word}`,
    (word) => `One A.M. in ${word}`,
    (word) => `L.Q. ${word}`,
    (word) => `${word} R.I.P.D.`,
    (word) => `E. X. ${word}`,
  ],
  acronyms: [(word) => `${word} SQX`, (word) => `KTO ${word}`, (word) => `The NBV of ${word}`],
  joints: [
    (word) => `X-${word}`,
    (word) => `Ice-${word}: The Beginning`,
    (word, nth) => `9/${10 + nth} in ${word}`,
    (word, nth) => `3:${10 + nth} to ${word}`,
    (word) => `${word}·E`,
    (word) => `${word}/Off`,
  ],
  thousands: [
    (word, nth) => `${20 + nth},000 ${word}s`,
    (word, nth) => `${nth + 1}.500 ${word}`,
    (word, nth) => `${word}: 10\u2009${100 + nth}`,
    (word, nth) => `${nth + 1},000,000 ${word}`,
  ],
  ands: [(word, nth) => `${word} & ${other(nth, 7)}`, (word, nth) => `${word} + ${other(nth, 7)}`],
  conjunctions: [
    (word, nth) => `${word} and ${other(nth, 11)}`,
    (word, nth) => `${word} und ${other(nth, 11)}`,
    (word, nth) => `${word} y ${other(nth, 11)}`,
    (word, nth) => `${word} et ${other(nth, 11)}`,
  ],
  letters: [(word) => `A ${word} Escaped`, (word, nth) => `${word} ${1 + (nth % 9)}: Return`],
};

const MORE_BEGINNINGS = ['Dov', 'Hul', 'Kib', 'Nuz', 'Wost', 'Yal'];
const MORE_WORDS = MORE_BEGINNINGS.flatMap((begin) => ENDINGS.map((end) => begin + end));

/** The same of other titles of these, of other words; and with what an apostrophe joins, and with several hyphens. */
const AKA_PATTERNS: readonly (readonly Pattern[])[] = [
  PATTERNS['forms'] ?? [],
  PATTERNS['acronyms'] ?? [],
  PATTERNS['ands'] ?? [],
  [(word) => `L'A${word.toLowerCase()}`, (word) => `D’O${word.toLowerCase()} à Vex`],
  [(word) => `Un'I${word.toLowerCase()} di notte`, (word) => `Qu'e${word.toLowerCase()} vienne`],
  [(word) => `K-${word} Lum-Orro`, (word) => `Lum-Orro and the Q-${word}`],
  [(word) => `Tri-${word}: A Jol-Pem Story`, (word, nth) => `Jol-Pem ${nth + 1}-${word}`],
];

function other(nth: number, by: number): string {
  return WORDS[(nth + by) % WORDS.length] ?? '';
}

/** Runs of scripts without spaces, each with two letters inside that no other has. */
const RUNS = [
  ...['鴉羽', '霧笛', '梟谷', '蛍沢', '鯨波', '狼煙', '雁渡', '鷺沼', '鶴舞', '鷹匠'].map(
    (part) => `夢と${part}の物語`,
  ),
  ...['먼빛', '솔숲', '갯벌', '볕뉘', '샘골', '윤슬', '노을', '여울', '달무'].map((part) => `그${part}길이야기`),
  ...['鸢尾', '萤烛', '鲸落', '鹤唳', '雁归', '蝉鸣', '鹿鸣', '鸥盟'].map((part) => `那年${part}之城`),
  ...['ฟก', 'ผจ', 'ฝฉ', 'ฮถ', 'ฬฐ'].map((part) => `เมือง${part}งาม`),
];

/** The same of other titles, of parts of two letters that no other has. */
const AKA_RUNS = [
  ...partsOf('銀鈴楓桜椿萩蘭菊梅桃柳杏葵藤桐竹松柏菫茜葦蓬萱苔楡樫', (part) => `星と${part}の宿屋`),
  ...partsOf('檐廊漁燭渔灯砚墨笺扇屏帆橹桨帷幔铃铛瓦檩椽槛', (part) => `某日${part}之古城`),
  ...partsOf('겨울봄비첫눈별빛물결산들꽃잎새벽저녁섬등대갈피못둑윗마', (part) => `저${part}길이야기`),
];

function partsOf(letters: string, pattern: (part: string) => string): string[] {
  return letters.match(/../gu)?.map(pattern) ?? [];
}

/** Titles of signs alone. */
const SIGNS = '$ ... !!! ? ♥ +/- *** # @ % ☆ ♪ ?! $$$ € £ ¥ ∞ → † ☠ ☯ ♠ 💀 👀 🔥 🌙 ¡! §'.split(' ');
/** The same of other titles; some are none but a mark beside letters. */
const AKA_SIGNS = `" ' ~ ^ ¿? ¶ ‡ ◊ ★ ☀ ☁ ☂ ☃ ☎ ☘ ☮ ☹ ☺ ♀ ♂ ♣ ♦ ♫ ⚡ ✈ ✓ ✗ ❄ 🌊 🍕 🎈 🎲 🐍 🐙 🚀 🦊`.split(' ');

const YEAR = 1961;

/** The rows of titles and names that are typed in other ways. */
export function writingRows(): FixedRows {
  const rows = emptyRows();
  const titles = [
    ...Object.values(PATTERNS).flatMap((patterns) =>
      WORDS.map((word, nth) => patterns[nth % patterns.length]?.(word, nth) ?? ''),
    ),
    ...RUNS,
    ...SIGNS,
  ];
  const akas = akaTexts();
  for (const [nth, primary] of titles.entries()) {
    const id = `tt0${WRITINGS.first + nth}`;
    addTitle(rows, id, { primary, start: YEAR + (nth % 60), genres: 'Drama' });
    const own = akas.filter((_, at) => at % titles.length === nth);
    addAkas(rows, id, [
      [primary, NULL, NULL, 'original'],
      ...own.map((text) => [text, NULL, NULL, 'alternative'] as const),
      ...TRANSLITERATED.slice(nth, nth + 1).flatMap(([latin, text, region, language]) =>
        [latin, text].map((title) => [title, region, language, 'imdbDisplay'] as const),
      ),
    ]);
  }
  for (const [nth, word] of WORDS.entries())
    rows['name.basics'].push([`nm0${WRITINGS.first + nth}`, nameOf(word, nth), NULL, NULL, 'actor', NULL]);
  return rows;
}

/** A name with initials, or with a hyphen. */
function nameOf(word: string, nth: number): string {
  return [`D.W. ${word}`, `J. T. ${word}`, `Jean-${other(nth, 7)} ${word}`, `H.G.J. ${word}`][nth % 4] ?? word;
}

function akaTexts(): string[] {
  return [
    ...AKA_PATTERNS.flatMap((patterns) =>
      MORE_WORDS.map((word, nth) => patterns[nth % patterns.length]?.(word, nth) ?? ''),
    ),
    ...AKA_RUNS,
    ...AKA_SIGNS,
    ...OTHER_WRITINGS.map(([text]) => text),
  ];
}
