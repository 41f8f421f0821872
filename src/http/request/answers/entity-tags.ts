import fresh from 'fresh';

import type { Form } from './accepted-forms.ts';

/** The ETag of a form of the body. A strong ETag must differ between forms, because their bytes differ. */
export function tagOf(etag: string, form: Form): string {
  return form === 'identity' ? etag : etag.replace(/"$/, `-${form}"`);
}

/**
 * The ETag of a form that the client has cached and accepts, preferably `form`; undefined if there is none. A cached
 * form that the client does not accept may have come through a shared cache, for another client.
 */
export function knownTag(
  ifNoneMatch: string | undefined,
  { etag, form, accepted }: { etag: string; form: Form; accepted: readonly Form[] },
): string | undefined {
  if (ifNoneMatch === undefined) return undefined;
  const tags = [form, ...accepted].map((each) => tagOf(etag, each));
  return tags.find((tag) => fresh({ 'if-none-match': ifNoneMatch }, { etag: tag }));
}
