/* Titles as other scripts write them, each with what is typed where a keyboard has only Latin letters, or other characters. */

const BEGINNINGS = ['zar', 'pol', 'dur', 'mis', 'kem', 'tag'];
const ENDINGS = ['ikleto', 'aspido', 'ugreza', 'oprenta'];
const WORDS = BEGINNINGS.flatMap((begin) => ENDINGS.map((end) => begin + end));

type Alphabet = Readonly<Record<string, string>>;

function alphabet(latin: string, letters: string): Alphabet {
  const others = Array.from(letters);
  return Object.fromEntries(Array.from(latin, (letter, at) => [letter, others[at] ?? '']));
}

const LATIN = 'adegiklmnoprstuz';
const GREEK = { ...alphabet(LATIN, 'αδεγικλμνοπρσταζ'), u: 'ου' };
const CYRILLIC = alphabet(LATIN, 'адегиклмнопрстуз');

function written(word: string, letters: Alphabet): string {
  return Array.from(word, (letter) => letters[letter] ?? '').join('');
}

/** Of kana, voiced and with long vowels. */
const KANA = `トライガーノ toraigano|ゾラマキノ zoramakino|ロッケラーミ rokkerami|みずのとびら mizuno tobira|シャイナード shainado|ベルカトーレ berukatore|
  ほしのゆりかご hoshi no yurikago|ガンドラス gandorasu|キョウノハマ kyonohama|ドレミナーデ doreminade`;
/** Of Hebrew and Arabic, which write no short vowels. */
const WITHOUT_VOWELS = `כרמלנד karmelinda|דגלסטן dagalistan|סמרטוק samartok|ברקנדל barkanedel|שלמנדר shalmandar|ספרנטל sefarantal|
  سمرقندل samarkandal|درملين darmalin|زعفرنس zafranis|تلمسكر talmaskar|كردلند kurdaland|نمرسطن namrastan`;
/** Of Korean by syllables. */
const HANGUL = '하나무대 hanamudae|소리마나 sorimana|나라미도 naramido|마두나로 madunaro|고래나미 goraenami';
/** Chinese titles with traditional characters, and as they are typed with simplified ones; then the other way. */
const HAN = `龍飛鳳舞記 龙飞凤舞记|夢迴東風 梦回东风|鐵馬長橋 铁马长桥|雲門劍影 云门剑影|錢塘書場 钱塘书场|遠東歲暮 远东岁暮|
  灯塔与鸟 燈塔與鳥|剧院华灯 劇院華燈|绿园来信 綠園來信|车轮滚过 車輪滾過|爱乐无边 愛樂無邊|问号少年 問號少年`;

/** As they are written, and typed. */
export const OTHER_WRITINGS: readonly (readonly [text: string, typed: string])[] = [
  ...WORDS.slice(0, 16).map((word) => [written(word, GREEK), word] as const),
  ...WORDS.slice(4, 24).map((word) => [`${written(word, CYRILLIC)} 2`, `${word} 2`] as const),
  ...[KANA, HANGUL, WITHOUT_VOWELS, HAN].flatMap((pairs) =>
    pairs.split(/\|\s*/).map((pair) => {
      const [text = '', ...typed] = pair.split(' ');
      return [text, typed.join(' ')] as const;
    }),
  ),
];

/** Titles of one market in Latin letters and in its own, both those that IMDb shows there: text, the same, region, language. */
export const TRANSLITERATED: readonly (readonly [latin: string, text: string, region: string, language: string])[] = [
  ['Suishô no yadoya', '水晶の宿屋', 'JP', 'ja'],
  ['Kurogane tengoku', '黒鉄天国', 'JP', 'ja'],
  ['To spiti ton anemon', 'Το σπίτι των ανέμων', 'GR', 'el'],
  ['Stantsiya Zarechnaya', 'Станция Заречная', 'RU', 'ru'],
  ['Sorimaeul', '소리마을', 'KR', 'ko'],
  ['Yue guang qiao', '月光橋', 'TW', 'zh'],
];
