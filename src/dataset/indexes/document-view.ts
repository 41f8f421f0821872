/**
 * A column of the table or an expression as it is, a column that holds a list, one that holds words of a vocabulary, one
 * that mostly says the same as another, a list and a text of which mostly one is null, or a flag that is seldom set.
 */
export type Field =
  | string
  | { list: string }
  | { word: string; of: readonly string[] }
  | { text: string; like: string }
  | { list: string; or: string }
  | { flag: string };

/** A SELECT of a key and a text `item`: a JSON array of the fields. */
export function viewOf(key: string, { fields, from }: { fields: readonly Field[]; from: string }): string {
  return `SELECT ${key}, ${itemOf(fields)} AS item FROM ${from}`;
}

function itemOf(fields: readonly Field[]): string {
  return `json_array(${fields.map(valueOf).join(', ')})::VARCHAR`;
}

/**
 * Lists joined by commas, as in IMDb's files; words as their places in the vocabulary, those outside of it as they are;
 * a list or a text as the one that is there, and both in a list; 0 for a text that is like the other one; 1 for a flag, and null where it is not set.
 */
function valueOf(field: Field): string {
  if (typeof field === 'string') return field;
  if ('or' in field) {
    const { list, or } = field;
    return `CASE WHEN ${or} IS NULL THEN to_json(${list}) WHEN ${list} IS NULL THEN to_json(${or}) ELSE json_array(${list}, ${or}) END`;
  }
  if ('list' in field) return `array_to_string(${field.list}, ',')`;
  if ('flag' in field) return `CASE WHEN ${field.flag} THEN 1 END`;
  if ('text' in field) return `CASE WHEN ${field.text} = ${field.like} THEN '0'::JSON ELSE to_json(${field.text}) END`;
  const places = field.of.map((word, place) => `WHEN '${word}' THEN '${place}'::JSON`);
  return `CASE ${field.word} ${places.join(' ')} ELSE to_json(${field.word}) END`;
}

/** Stands for a null among numbers. */
export const NONE = -(2 ** 31);

/** Stands for a word that has no place in the vocabulary; numbers of the data that are the same do no harm. */
export const UNKNOWN_WORD = -1;

/** The SQL of a field that is an integer or a word, as an integer: NONE for null. */
export function numberOf(field: Field): string {
  if (typeof field === 'string') return `coalesce(${field}, ${NONE})::INTEGER`;
  if (!('of' in field)) throw new Error('neither an integer nor a word');
  const places = field.of.map((word, place) => `WHEN '${word}' THEN ${place}`);
  return `CASE ${field.word} ${places.join(' ')} ELSE if(${field.word} IS NULL, ${NONE}, ${UNKNOWN_WORD}) END::INTEGER`;
}
