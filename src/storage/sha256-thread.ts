import { sha256Here } from './sha256.ts';
import type { Hashed } from './sha256.ts';

/** What a thread does, one file after another. */
export function hashFile(file: Hashed): Promise<string> {
  return sha256Here(file);
}
