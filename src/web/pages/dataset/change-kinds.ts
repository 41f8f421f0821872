import type { ChangeKind } from '../../generated/graphql.ts';
import { valueOf } from '../../parts/genre-chip.tsx';

/** Words for each kind of change, in the order in which they are shown. */
export const CHANGE_KINDS: Readonly<Record<ChangeKind, string>> = {
  TITLE_ADDED: 'New titles',
  TITLE_REMOVED: 'Removed titles',
  TITLE_RENAMED: 'Renamed titles',
  RATING_MOVED: 'Ratings that moved',
  PERSON_ADDED: 'New people',
  PERSON_REMOVED: 'Removed people',
  PERSON_RENAMED: 'Renamed people',
};

/** All kinds in that order. */
export const KIND_LIST = Object.keys(CHANGE_KINDS) as readonly ChangeKind[];

/** The kind that an address names; undefined for all. */
export function changeKindOf(slug: string | undefined): ChangeKind | undefined {
  const value = valueOf(slug ?? '');
  return KIND_LIST.find((kind) => kind === value);
}
