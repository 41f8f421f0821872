import { ClientError } from '../../errors.ts';
import type { Context } from '../base/context.ts';
import type { Administration } from './administration.ts';

/** What a resolver of administration calls, and on whose behalf. */
export interface Administered {
  administration: Administration;
  /** Name of the token. */
  who: string;
}

/**
 * The administration of a request. Its answer is for this request alone.
 * @throws ClientError `FORBIDDEN` where nobody administers.
 */
export function administered({ administration, client, onPrivate }: Context): Administered {
  onPrivate?.();
  if (administration === undefined) throw new ClientError('FORBIDDEN', 'This service is not administered by GraphQL.');
  return { administration, who: client.name ?? client.key };
}
