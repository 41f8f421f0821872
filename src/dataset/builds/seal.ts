import { createHash } from 'node:crypto';

/** What a sealed value has: the SHA-256 of all its other fields, as JSON in their order. */
export interface Sealed {
  seal: string;
}

/** The value with its seal: whoever reads it back can tell whether it is as it was written. */
export function sealed<T extends object>(value: T): T & Sealed {
  const { seal: _, ...fields } = value as T & Partial<Sealed>;
  return { ...fields, seal: sealOf(fields) } as T & Sealed;
}

/** Whether a parsed value has the seal of what it says. */
export function isSealed(value: object): boolean {
  const { seal, ...fields } = value as Partial<Sealed>;
  return seal === sealOf(fields);
}

function sealOf(fields: object): string {
  return createHash('sha256').update(JSON.stringify(fields)).digest('hex');
}
