import { sha256Here } from './sha256.ts';
import type { Hashed } from './sha256.ts';

/** The task of a hashing thread. */
export function hashFile(file: Hashed): Promise<string> {
  return sha256Here(file);
}
