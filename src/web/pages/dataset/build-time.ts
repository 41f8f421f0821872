import { asTime } from '../../words/format.ts';

/** The time in the id of a build, such as `20261121T013000Z`, for people; the id itself if it has none. */
export function buildTime(buildId: string): string {
  const iso = buildId.replace(/^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/, '$1-$2-$3T$4:$5:$6Z');
  return iso === buildId ? buildId : asTime(iso);
}
