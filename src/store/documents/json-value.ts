/** A value inside an item of a document. */
export type JsonValue = string | number | boolean | null | JsonValue[];

/** An item of a document: the values of its fields, without the nulls at its end. */
export type Item = readonly (JsonValue | undefined)[];

/** The items of a document, which are JSON arrays separated by commas. */
export function itemsIn(text: string): Item[] {
  return JSON.parse(`[${text}]`) as Item[];
}

/** The item of a document that has one alone. */
export function itemIn(text: string): Item {
  return JSON.parse(text) as Item;
}
