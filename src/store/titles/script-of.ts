import { LRUCache } from 'lru-cache';

/** Languages and markets of one process: more than there are. */
const scripts = new LRUCache<string, { test: RegExp | null }>({ max: 2000 });

/** The tag of no language. */
const UNDETERMINED = 'und';

/** Scripts of CLDR that are several of Unicode's; a title mostly has the first of them. */
const SCRIPTS_OF: Readonly<Record<string, readonly string[]>> = {
  Jpan: ['Hira', 'Kana', 'Han'],
  Kore: ['Hang', 'Han'],
  Hans: ['Han'],
  Hant: ['Han'],
};

/**
 * A test for a letter of the script in which a language is mostly written, or else that of a market's main language, by
 * the likely subtags of Unicode's CLDR; null for codes that CLDR does not know, such as `XWW`.
 */
export function scriptOf({ language, region }: { language: string | null; region: string | null }): RegExp | null {
  const key = `${language ?? ''} ${region ?? ''}`;
  let known = scripts.get(key);
  if (known === undefined) {
    const script = likelyScript(language ?? UNDETERMINED, region) ?? likelyScript(UNDETERMINED, region);
    known = { test: script === undefined ? null : letterOf(SCRIPTS_OF[script] ?? [script]) };
    scripts.set(key, known);
  }
  return known.test;
}

/** The code of a country in a market's: former countries keep theirs in the first half of four letters, as `SUHH` does. */
const COUNTRY = /^[A-Z]{2}(?=$|[A-Z]{2}$)/;

/** The script of a language, as it is written in a market where that is given; undefined where CLDR knows neither. */
function likelyScript(language: string, region: string | null): string | undefined {
  const country = COUNTRY.exec(region ?? '')?.[0];
  if (language === UNDETERMINED && country === undefined) return undefined;
  try {
    return new Intl.Locale([language, country].filter((part) => part !== undefined).join('-')).maximize().script;
  } catch {
    // No language tag at all.
    return undefined;
  }
}

function letterOf(ofScripts: readonly string[]): RegExp {
  return new RegExp(`[${ofScripts.map((script) => `\\p{Script=${script}}`).join('')}]`, 'u');
}
