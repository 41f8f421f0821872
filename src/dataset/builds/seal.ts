import { createHash } from 'node:crypto';

/** The field of a sealed value: the SHA-256 of all its other fields, as JSON in their order. */
export interface Sealed {
  seal: string;
}

/** Adds the seal to a value, by which a reader can detect damage. */
export function sealed<T extends object>(value: T): T & Sealed {
  const { seal: _, ...fields } = value as T & Partial<Sealed>;
  return { ...fields, seal: sealOf(fields) } as T & Sealed;
}

/** Whether the seal of a parsed value is that of its other fields. */
export function isSealed(value: object): boolean {
  const { seal, ...fields } = value as Partial<Sealed>;
  return seal === sealOf(fields);
}

function sealOf(fields: object): string {
  return createHash('sha256').update(JSON.stringify(fields)).digest('hex');
}
