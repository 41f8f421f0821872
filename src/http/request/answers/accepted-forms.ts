import { LRUCache } from 'lru-cache';
import Negotiator from 'negotiator';

/** Content codings of answers. If a client weighs two equally, the first is sent, which is smaller. */
const ENCODINGS = ['br', 'gzip'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** Form of a body: encoded or as it is. */
export type Form = Encoding | 'identity';

const FORMS: readonly Form[] = [...ENCODINGS, 'identity'];
/** Number of parsed headers in memory. Browsers and libraries send a few dozen different ones. */
const KEPT_HEADERS = 100;

/** Parsed `accept-encoding` headers. */
const byHeader = new LRUCache<string, readonly Form[]>({ max: KEPT_HEADERS });

/** Without the header every form is acceptable (RFC 9110, 12.5.3); the plain one is preferred then. */
const PLAIN_FIRST: readonly Form[] = ['identity', ...ENCODINGS];

/**
 * The forms that a client accepts, in the order of its preference; empty if it refuses all. As in RFC 9110, 12.5.3, `q`
 * is a weight, `q=0` refuses, `*` stands for codings that are not named, and `identity` is acceptable unless refused.
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
