import { NONE, UNKNOWN_WORD } from './document-view.ts';

/**
 * The kinds of fields that items of documents have. A kind says both how a value is written, as SQL over the table, and
 * how it is read from an item; a field's place in the item follows from its place in the declaration, for both.
 */
export interface Field<T> {
  /** SQL of the value in JSON. */
  sql: string;
  /** Reads the value from an item. */
  of(this: void, item: Item): T;
}

/** A field that can also stand in a document of numbers. */
export interface NumberField<T> extends Field<T> {
  /** Which of the numbers of an item it is, from 0. */
  place: number;
  /** SQL of the value as an integer: NONE for null, UNKNOWN_WORD for a word outside of the vocabulary. */
  numberSql: string;
  /** The vocabulary, where the number is a word's place in it; else empty. */
  words: readonly string[];
  /** Reads the same number from an item of text. A word that `words`, a copy of the vocabulary, lacks is added to it. */
  numberOf(this: void, item: Item, words: string[]): number;
}

declare const VALUES: unique symbol;

/** An item of a document, as its text has it: an array without the nulls at its end. Fields alone read it. */
export interface Item {
  readonly [VALUES]: never;
}

/** The items of a document, which are JSON arrays separated by commas. */
export function itemsIn(document: string): Item[] {
  return JSON.parse(`[${document}]`) as Item[];
}

/** The item of a document that has one alone. */
export function itemIn(document: string): Item {
  return JSON.parse(document) as Item;
}

/** A field before it has its place among others; `placeOf` finds the place of another by its name. */
export type Declared<F extends Field<unknown>> = (place: number, placeOf: (name: string) => number) => F;
type Declarations = Readonly<Record<string, Declared<Field<unknown>>>>;

/** Declared fields, each with its place. */
export type Fields<D extends Declarations> = { readonly [Name in keyof D]: ReturnType<D[Name]> };

/** What the fields of an item read, by their names. */
export type Values<F extends Readonly<Record<string, Field<unknown>>>> = {
  -readonly [Name in keyof F]: F[Name] extends Field<infer T> ? T : never;
};

/** The fields of an item, in the order in which they are declared. */
export function fieldsOf<D extends Declarations>(declarations: D): Fields<D> {
  const names = Object.keys(declarations);
  const placeOf = (name: string): number => {
    const place = names.indexOf(name);
    if (place === -1) throw new Error(`no field ${name} among ${names.join(', ')}`);
    return place;
  };
  const placed = Object.entries(declarations).map(([name, declared], place) => [name, declared(place, placeOf)]);
  return Object.fromEntries(placed) as Fields<D>;
}

type JsonValue = string | number | boolean | null | JsonValue[];

function valueAt(item: Item, place: number): JsonValue | undefined {
  return (item as unknown as readonly JsonValue[])[place];
}

/** A whole number. `column` is a column of the table, or an expression over it, as in all kinds. */
export function integer(column: string): Declared<NumberField<number | null>>;
export function integer(column: string, options: { required: true }): Declared<NumberField<number>>;
export function integer(column: string, _options?: { required: true }): Declared<NumberField<number | null>> {
  return (place) => ({
    sql: column,
    numberSql: `coalesce(${column}, ${NONE})::INTEGER`,
    words: [],
    place,
    of: (item) => (valueAt(item, place) ?? null) as number | null,
    numberOf: (item) => (valueAt(item, place) ?? NONE) as number,
  });
}

/** A number that may have decimals. */
export function decimal(column: string): Declared<Field<number | null>> {
  return (place) => ({ sql: column, of: (item) => (valueAt(item, place) ?? null) as number | null });
}

export function text(column: string): Declared<Field<string | null>> {
  return (place) => ({ sql: column, of: (item) => (valueAt(item, place) ?? null) as string | null });
}

/** A text that mostly equals another column, whose field has that column's name: `0` stands for the same text. */
export function textLike(column: string, other: string): Declared<Field<string | null>> {
  return (place, placeOf) => {
    const otherPlace = placeOf(other);
    return {
      sql: `CASE WHEN ${column} = ${other} THEN '0'::JSON ELSE to_json(${column}) END`,
      of(item) {
        const value = valueAt(item, place);
        return (value === 0 ? valueAt(item, otherPlace) : (value ?? null)) as string | null;
      },
    };
  };
}

/** A word that is there: its place in the vocabulary, or itself where that does not know it. New words go to the end. */
export function word(column: string, words: readonly string[]): Declared<NumberField<string>> {
  const cases = (inSql: (place: number) => string): string =>
    words.map((one, place) => `WHEN '${one}' THEN ${inSql(place)}`).join(' ');
  return (place) => ({
    sql: `CASE ${column} ${cases((at) => `'${at}'::JSON`)} ELSE to_json(${column}) END`,
    numberSql: `CASE ${column} ${cases(String)} ELSE if(${column} IS NULL, ${NONE}, ${UNKNOWN_WORD}) END::INTEGER`,
    words,
    place,
    of(item) {
      const value = valueAt(item, place);
      return typeof value === 'number' ? (words[value] ?? '') : ((value ?? '') as string);
    },
    numberOf(item, known) {
      const value = valueAt(item, place) ?? NONE;
      return typeof value === 'string' ? placeIn(known, value) : (value as number);
    },
  });
}

/** A flag that is seldom set: `1`, or null. */
export function flag(column: string): Declared<Field<boolean>> {
  return (place) => ({ sql: `CASE WHEN ${column} THEN 1 END`, of: (item) => valueAt(item, place) === 1 });
}

/** A list of words, joined by commas as in IMDb's files. */
export function wordList(column: string): Declared<Field<readonly string[]>> {
  return (place) => ({ sql: joined(column), of: (item) => split(valueAt(item, place)) });
}

/** A list of ids, joined likewise. */
export function idList(column: string): Declared<Field<readonly number[]>> {
  return (place) => ({ sql: joined(column), of: (item) => split(valueAt(item, place)).map(Number) });
}

/** A list of any texts. */
export function textList(column: string): Declared<Field<readonly string[]>> {
  return (place) => ({ sql: column, of: (item) => (valueAt(item, place) ?? []) as string[] });
}

/** A list of texts and a text, of which mostly one is null: the one that is there, or both in a list. */
export function listOrText(
  list: string,
  column: string,
): Declared<Field<{ list: readonly string[] | null; text: string | null }>> {
  return (place) => ({
    sql: `CASE WHEN ${column} IS NULL THEN to_json(${list}) WHEN ${list} IS NULL THEN to_json(${column}) ELSE json_array(${list}, ${column}) END`,
    of(item) {
      const value = valueAt(item, place) ?? null;
      if (typeof value === 'string') return { list: null, text: value };
      if (!Array.isArray(value) || !Array.isArray(value[0])) return { list: value as string[] | null, text: null };
      return { list: value[0] as string[], text: value[1] as string };
    },
  });
}

/** The place of a word, which is added where it is new. */
function placeIn(words: string[], one: string): number {
  const place = words.indexOf(one);
  return place === -1 ? words.push(one) - 1 : place;
}

function joined(column: string): string {
  return `array_to_string(${column}, ',')`;
}

function split(value: JsonValue | undefined): readonly string[] {
  return value == null || value === '' ? [] : (value as string).split(',');
}
