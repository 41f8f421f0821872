import type { CareerOrderField, CreditCategory } from '../../generated/graphql.ts';
import { slugOf, valueOf } from '../../parts/genre-chip.tsx';

/** The people of each category, in the order in which they are listed. */
export const CATEGORIES: Readonly<Record<CreditCategory, string>> = {
  ACTOR: 'Actors',
  ACTRESS: 'Actresses',
  DIRECTOR: 'Directors',
  WRITER: 'Writers',
  PRODUCER: 'Producers',
  COMPOSER: 'Composers',
  CINEMATOGRAPHER: 'Cinematographers',
  EDITOR: 'Editors',
  PRODUCTION_DESIGNER: 'Production designers',
  CASTING_DIRECTOR: 'Casting directors',
  SELF: 'As themselves',
  ARCHIVE_FOOTAGE: 'In archive footage',
  ARCHIVE_SOUND: 'In archive sound',
  OTHER: 'Others',
};

export const CATEGORY_SLUGS: readonly { category: CreditCategory; slug: string }[] = (
  Object.keys(CATEGORIES) as CreditCategory[]
).map((category) => ({ category, slug: slugOf(category) }));

/** The category that a part of an address names; undefined if there is none. */
export function categoryOf(slug: string): CreditCategory | undefined {
  const value = valueOf(slug);
  return Object.hasOwn(CATEGORIES, value) ? (value as CreditCategory) : undefined;
}

/** Orders of careers with their words. */
export const CAREER_ORDERS: Readonly<Record<CareerOrderField, string>> = {
  TITLES: 'Most titles',
  VOTES: 'Most votes',
  MEAN_RATING: 'Best mean rating',
};

/** The order that an address names; the one by titles if it names none that there is. */
export function careerOrderOf(slug: string | undefined): CareerOrderField {
  const value = valueOf(slug ?? '');
  return Object.hasOwn(CAREER_ORDERS, value) ? (value as CareerOrderField) : 'TITLES';
}
