import { CREDIT_CATEGORIES, GENRES, TITLE_TYPES } from '../../src/dataset/words/vocabulary.ts';
import { nm, tt } from './tables.ts';

/** A filter as GraphQL variables have it, and the condition that it is in plain SQL over the canonical tables. */
export interface RandomFilter {
  filter: Record<string, unknown>;
  sql: string;
}

/** What the generator picks from: values that the data has. */
export interface Material {
  regions: readonly string[];
  languages: readonly string[];
  professions: readonly string[];
  people: readonly number[];
  series: readonly number[];
  /** Of titles. */
  ids: readonly number[];
  titles: readonly string[];
  names: readonly string[];
  characters: readonly string[];
}

export type Random = (below: number) => number;

/** A generator of whole numbers, the same for one seed. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

type Part = [filter: unknown, sql: string];

const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;
const list = (values: readonly (string | number)[]): string =>
  values.map((value) => (typeof value === 'number' ? value : text(value))).join(', ');

/** A word or OTHER, as SQL over a column. */
function isWord(column: string, { name, vocabulary }: { name: string; vocabulary: Record<string, string> }): string {
  return name === 'OTHER'
    ? `${column} NOT IN (${list(Object.values(vocabulary))})`
    : `${column} = ${text(vocabulary[name] ?? '')}`;
}

/** As search folds: only what the texts of the demo data have. */
const folded = (column: string): string =>
  `string_split(trim(regexp_replace(regexp_replace(strip_accents(replace(lower(${column}), 'ς', 'σ')), '[''’‘\`´ʼ]', '', 'g'), '[^\\p{L}\\p{M}\\p{N}]+', ' ', 'g')), ' ')`;

const genreTest = (name: string): string =>
  name === 'OTHER'
    ? `len(list_filter(genres, lambda one: one NOT IN (${list(Object.values(GENRES))}))) > 0`
    : `list_contains(genres, ${text(GENRES[name as keyof typeof GENRES])})`;

const credited = (condition: string): string =>
  `tconst IN (SELECT tconst FROM principals JOIN names USING (nconst) WHERE ${condition})`;

export function createFilters(random: Random, material: Material) {
  const oneOf = <T>(values: readonly T[]): T => values[random(values.length)] as T;
  const some = <T>(values: readonly T[], most: number): T[] => [
    ...new Set(Array.from({ length: 1 + random(most) }, () => oneOf(values))),
  ];
  const isThere = (): boolean => random(2) === 0;

  function set<T>(values: readonly T[], { is, keys }: { is: (value: T) => string; keys: readonly string[] }): Part {
    const filter: Record<string, readonly T[]> = {};
    const sql = ['true'];
    for (const key of keys) {
      if (!isThere()) continue;
      const chosen = random(12) === 0 ? [] : some(values, key === 'all' ? 2 : 4);
      filter[key] = chosen;
      if (chosen.length === 0) continue;
      const tests = chosen.map((value) => `coalesce(${is(value)}, false)`);
      if (key === 'any') sql.push(`(${tests.join(' OR ')})`);
      if (key === 'all') sql.push(`(${tests.join(' AND ')})`);
      if (key === 'exclude') sql.push(`NOT (${tests.join(' OR ')})`);
    }
    return [filter, sql.join(' AND ')];
  }

  function range(column: string, { from, to, step = 1 }: { from: number; to: number; step?: number }): Part {
    const value = (): number => Math.round((from + random((to - from) / step) * step) * 10) / 10;
    const [min = 0, max = 0] = [value(), value()].sort((a, b) => a - b);
    const [hasMin, hasMax] = [isThere(), isThere()];
    return [
      { ...(hasMin && { min }), ...(hasMax && { max }) },
      `${hasMin ? `${column} >= ${min}` : 'true'} AND ${hasMax ? `${column} <= ${max}` : 'true'}`,
    ];
  }

  /** Part of a real text, in another case, or an expression made of it. */
  function textPart(column: string, texts: readonly string[]): Part {
    const whole = oneOf(texts);
    const word = oneOf(
      whole
        .split(/\s+/)
        .filter((one) => /[a-z]/i.test(one))
        .concat('the'),
    );
    const kind = random(3);
    if (kind === 0) {
      const words = [word, oneOf(whole.split(/\s+/))]
        .slice(0, 1 + random(2))
        .map((one) => one.replaceAll(/[^\p{L}\p{N}]/gu, '').toUpperCase() || 'THE');
      const wanted = words.map(
        (one) => `list_contains(${folded(column)}, strip_accents(replace(lower(${text(one)}), 'ς', 'σ')))`,
      );
      return [{ words: words.join(' ') }, wanted.join(' AND ')];
    }
    if (kind === 1) {
      const contains = whole.slice(random(4), 4 + random(4)).toUpperCase() || '%';
      return [{ contains }, `contains(lower(${column}), lower(${text(contains)}))`];
    }
    const plain = word.replaceAll(/[^a-z]/gi, '.').toUpperCase();
    const matches = `${isThere() ? '^' : ''}${plain.slice(0, 1 + random(4))}.*[aeiou]`;
    return [{ matches }, `regexp_matches(${column}, ${text(matches)}, 'i')`];
  }

  function aka(column: string, values: readonly string[]): Part {
    const is = (value: string): string => `tconst IN (SELECT tconst FROM akas WHERE ${column} = ${text(value)})`;
    return set(values, { is, keys: ['any', 'all', 'exclude'] });
  }

  function credits(): Part {
    const matches = Array.from({ length: 3 }, () => ({
      personId: nm(oneOf(material.people)),
      ...(random(3) === 0 && { category: oneOf([...Object.keys(CREDIT_CATEGORIES), 'OTHER']) }),
      ...(random(4) === 0 && { character: oneOf(material.characters).slice(0, 3).toUpperCase() }),
    }));
    const is = ({ personId, category, character }: (typeof matches)[number]): string => `tconst IN (
      SELECT tconst FROM principals WHERE nconst = ${Number(personId.slice(2))}
      AND ${category === undefined ? 'true' : isWord('category', { name: category, vocabulary: CREDIT_CATEGORIES })}
      AND ${character === undefined ? 'true' : `len(list_filter(characters, lambda one: contains(lower(one), lower(${text(character)})))) > 0`})`;
    return set(matches, { is, keys: ['any', 'all', 'exclude'] });
  }

  function people(): Part {
    const allNames = some(material.names, 2);
    return [{ allNames }, allNames.map((name) => credited(`lower(primaryName) = lower(${text(name)})`)).join(' AND ')];
  }

  const TITLE_PARTS: Record<string, () => Part> = {
    ids: () => {
      const chosen = some(material.ids, 40);
      return [chosen.map(tt), `tconst IN (${list(chosen)})`];
    },
    types: () =>
      set([...Object.keys(TITLE_TYPES), 'OTHER'], {
        is: (name) => isWord('titleType', { name, vocabulary: TITLE_TYPES }),
        keys: ['any', 'exclude'],
      }),
    genres: () => set([...Object.keys(GENRES), 'OTHER'], { is: genreTest, keys: ['any', 'all', 'exclude'] }),
    akaRegions: () => aka('region', material.regions),
    akaLanguages: () => aka('language', material.languages),
    year: () => range('startYear', { from: 1920, to: 2026 }),
    runtimeMinutes: () => range('runtimeMinutes', { from: 0, to: 200 }),
    rating: () => range('averageRating', { from: 1, to: 10, step: 0.1 }),
    votes: () => range('numVotes', { from: 5, to: 500 }),
    seasonNumber: () => range('seasonNumber', { from: 0, to: 10 }),
    episodeNumber: () => range('episodeNumber', { from: 0, to: 20 }),
    hasRating: () => (isThere() ? [true, 'numVotes IS NOT NULL'] : [false, 'numVotes IS NULL']),
    series: () => {
      const chosen = some(material.series, 5);
      return [chosen.map(tt), `parentTconst IN (${list(chosen)})`];
    },
    credits,
    primaryTitle: () => textPart('coalesce(primaryTitle, originalTitle)', material.titles),
    originalTitle: () => textPart('originalTitle', material.titles),
    genre: () => {
      const [filter, sql] = textPart('one', ['Drama', 'Sci-Fi', 'Film-Noir', 'Comedy', 'music']);
      return [filter, `len(list_filter(genres, lambda one: ${sql})) > 0`];
    },
    person: () => {
      const [filter, sql] = textPart('primaryName', material.names);
      return [filter, credited(sql)];
    },
    people,
  };

  const PERSON_PARTS: Record<string, () => Part> = {
    ids: () => {
      const chosen = some(material.people, 40);
      return [chosen.map(nm), `nconst IN (${list(chosen)})`];
    },
    name: () => textPart('primaryName', material.names),
    birthYear: () => range('birthYear', { from: 1900, to: 2010 }),
    deathYear: () => range('deathYear', { from: 1950, to: 2025 }),
    professions: () =>
      set(material.professions, {
        is: (word) => `list_contains(primaryProfession, ${text(word)})`,
        keys: ['any', 'all', 'exclude'],
      }),
    credits: () => {
      const adult = oneOf(['EXCLUDE', 'INCLUDE', 'ONLY', undefined]);
      const column = { EXCLUDE: 'plainCredits', INCLUDE: 'credits', ONLY: '(credits - plainCredits)' }[
        adult ?? 'EXCLUDE'
      ];
      const [filter, sql] = range(String(column), { from: 0, to: 12 });
      return [{ ...(filter as object), ...(adult && { adult }) }, sql];
    },
  };

  function combined(parts: Record<string, () => Part>): RandomFilter {
    const chosen = some(Object.keys(parts), 3);
    const made = chosen.map((name) => ({ name, part: (parts[name] as () => Part)() }));
    return {
      filter: Object.fromEntries(made.map(({ name, part: [filter] }) => [name, filter])),
      sql: made.map(({ part: [, sql] }) => `coalesce(${sql}, false)`).join(' AND '),
    };
  }

  return {
    title(): RandomFilter {
      const { filter, sql } = combined(TITLE_PARTS);
      const adult = oneOf(['EXCLUDE', 'INCLUDE', 'ONLY', undefined]);
      const adults = { EXCLUDE: 'NOT isAdult', INCLUDE: 'true', ONLY: 'isAdult' }[adult ?? 'EXCLUDE'];
      return { filter: { ...filter, ...(adult && { adult }) }, sql: `${sql} AND ${String(adults)}` };
    },
    person: (): RandomFilter => combined(PERSON_PARTS),
  };
}
