import type { Mirror } from '../mirror.ts';

/** Which titles of TMDB are mirrored: all that its daily files name, or those that were asked for by year, votes or id. */
export type Scope = 'ALL' | 'SOME';

const NOTE = 'scope';

/** Undefined before any ids were asked for. */
export function readScope(mirror: Mirror): Scope | undefined {
  const note = mirror.note(NOTE);
  return note === 'ALL' || note === 'SOME' ? note : undefined;
}

/** Some titles more do not make less of all. */
export function setScope(mirror: Mirror, scope: Scope): void {
  if (scope === 'ALL' || readScope(mirror) === undefined) mirror.setNote(NOTE, scope);
}
