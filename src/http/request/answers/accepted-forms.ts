import { LRUCache } from 'lru-cache';
import Negotiator from 'negotiator';

/** The content codings of answers. Of two that a client likes equally the first is sent, which is the smaller one. */
const ENCODINGS = ['br', 'gzip'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** An answer as it is, or in an encoding. */
export type Form = Encoding | 'identity';

const FORMS: readonly Form[] = [...ENCODINGS, 'identity'];
/** Browsers and libraries send a few dozen different ones. */
const KEPT_HEADERS = 100;

/** What was read of each header `accept-encoding`. */
const byHeader = new LRUCache<string, readonly Form[]>({ max: KEPT_HEADERS });

/** Without the header every form is acceptable (RFC 9110, 12.5.3), and the plain one is sent. */
const PLAIN_FIRST: readonly Form[] = ['identity', ...ENCODINGS];

/**
 * The forms of an answer that a client takes, what it likes best first; empty where it refuses them all. After RFC 9110,
 * 12.5.3: `q` weighs, `q=0` refuses, `*` stands for what is not named, and the plain form is taken unless refused.
 */
export function acceptedForms(header: string | string[] | undefined): readonly Form[] {
  if (header === undefined) return PLAIN_FIRST;
  const text = String(header);
  let forms = byHeader.get(text);
  if (forms === undefined) {
    const client = new Negotiator({ headers: { 'accept-encoding': text } });
    forms = client.encodings(FORMS, { preferred: FORMS });
    byHeader.set(text, forms);
  }
  return forms;
}
