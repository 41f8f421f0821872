import { Converter } from 'opencc-js/t2cn';

/** The blocks of characters in use; rarer ones stand in no simplified text. */
const [FIRST, LAST] = [0x3400, 0x9fff];

const HAN = /\p{Script=Han}/u;

export function hasHan(text: string): boolean {
  return HAN.test(text);
}

let known: ReadonlyMap<string, readonly string[]> | undefined;

/**
 * All forms of a Chinese character, itself among them: traditional ones and the simplified one (OpenCC's tables). A
 * simplified character may stand for several, of which each is a form.
 */
export function hanForms(character: string): readonly string[] {
  return (known ??= readForms()).get(character) ?? [character];
}

function readForms(): ReadonlyMap<string, readonly string[]> {
  const characters = Array.from({ length: LAST - FIRST + 1 }, (_, at) => String.fromCodePoint(FIRST + at));
  // In lines, so that no two are read as a phrase.
  const simplified = Converter({ from: 't', to: 'cn' })(characters.join('\n')).split('\n');
  const bySimplified = Map.groupBy(characters, (_, at) => simplified[at] ?? '');
  const forms = new Map<string, readonly string[]>();
  for (const all of bySimplified.values()) if (all.length > 1) for (const one of all) forms.set(one, all);
  return forms;
}
