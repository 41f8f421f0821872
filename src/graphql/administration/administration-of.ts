import type { Context } from '../base/context.ts';
import type { Administration } from './interface/administration.ts';

/** Administration for one request, and who asks. */
export interface Asked {
  administration: Administration;
  /** Name of the token. */
  who: string;
}

/** Administration of this server. What it says is for this request alone. */
export function administrationOf({ administration, client, onPrivate }: Context): Asked {
  onPrivate?.();
  if (administration === undefined) throw new Error('this server has no administration');
  return { administration, who: client.name ?? 'a client without a name' };
}
