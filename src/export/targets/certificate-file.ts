import { readFileSync } from 'node:fs';

import { UsageError } from '../../errors.ts';
import type { ServerTarget } from './target.ts';

/**
 * The certificates, PEM, of whoever signs those of a server, from the file that an option of the address names; undefined
 * without the option: those that this machine trusts count then. @throws UsageError where the file cannot be read.
 */
export function certificateFile({ options }: ServerTarget, option: 'sslrootcert' | 'ssl-ca'): string | undefined {
  const path = options[option];
  if (path === undefined) return undefined;
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${option} of the address of an export: the file ${path} cannot be read (${words}).`);
  }
  if (text.includes('-----BEGIN CERTIFICATE-----')) return text;
  throw new UsageError(`${option} of the address of an export: the file ${path} holds no certificate in PEM.`);
}
