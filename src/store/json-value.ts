/** A value inside an item of a document. */
export type JsonValue = string | number | boolean | null | JsonValue[];
