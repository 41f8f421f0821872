import fresh from 'fresh';

import type { Form } from './accepted-forms.ts';

/** The ETag of an answer in one of its forms: other bytes have another strong ETag. */
export function tagOf(etag: string, form: Form): string {
  return form === 'identity' ? etag : etag.replace(/"$/, `-${form}"`);
}

/**
 * The ETag of a form that the client has, of those that it accepts, and of these `form` first; undefined where it has none
 * of them. A form that it does not accept may have come from a cache that asks for somebody else.
 */
export function knownTag(
  ifNoneMatch: string | undefined,
  { etag, form, accepted }: { etag: string; form: Form; accepted: readonly Form[] },
): string | undefined {
  if (ifNoneMatch === undefined) return undefined;
  const tags = [form, ...accepted].map((each) => tagOf(etag, each));
  return tags.find((tag) => fresh({ 'if-none-match': ifNoneMatch }, { etag: tag }));
}
