import { groupsOf } from './groups-of.ts';

/** A title that somebody likes. */
export interface Like {
  user: string;
  title: number;
  year: number;
}

/** The titles that belong behind each. */
export type Relevant = ReadonlyMap<number, ReadonlySet<number>>;

/** A title needs so many likes to be judged, and a pair so many of one and the same people. */
const LEAST_LIKES = 20;
const LEAST_TOGETHER = 4;
const MOST_RELEVANT = 20;
/** Titles that are as far away in years, to so many, are expected to be liked as often. */
const YEARS_TOGETHER = 4;
/** Where hardly anything is expected, a little more says little. */
const SHRINKAGE = 2;

/**
 * The twenty titles that those who like a title like most beyond what is to be expected. People know what is famous and
 * of their time: the expected number of those who like both comes from how many like the other title, and from how many
 * of the likes of titles as far away in years are theirs. The measure is how many roots of it there are more.
 */
export function likedTogether(likes: readonly Like[]): Relevant {
  const counts = new Map([...groupsOf(likes, ({ title }) => title)].map(([title, all]) => [title, all.length]));
  const years = new Map(likes.map(({ title, year }) => [title, year]));
  const relevant = new Map<number, ReadonlySet<number>>();
  for (const [title, together] of countTogether(likes)) {
    if ((counts.get(title) ?? 0) < LEAST_LIKES) continue;
    const distanceOf = (other: number): number =>
      Math.round(((years.get(other) ?? 0) - (years.get(title) ?? 0)) / YEARS_TOGETHER);
    const sums = new Map<number, { together: number; all: number }>();
    for (const [other, all] of counts) {
      const sum = sums.get(distanceOf(other)) ?? { together: 0, all: 0 };
      if (other !== title) sum.all += all;
      sum.together += together.get(other) ?? 0;
      sums.set(distanceOf(other), sum);
    }
    const scored = [...together].flatMap(([other, number]) => {
      const sum = sums.get(distanceOf(other)) ?? { together: 0, all: 1 };
      const expected = ((counts.get(other) ?? 0) * sum.together) / sum.all;
      return number >= LEAST_TOGETHER && number > expected
        ? [{ other, score: (number - expected) / Math.sqrt(expected + SHRINKAGE) }]
        : [];
    });
    scored.sort((one, other) => other.score - one.score || one.other - other.other);
    if (scored.length > 0) relevant.set(title, new Set(scored.slice(0, MOST_RELEVANT).map(({ other }) => other)));
  }
  return relevant;
}

/** How many people like both, of each pair of titles. */
function countTogether(likes: readonly Like[]): Map<number, Map<number, number>> {
  const together = new Map<number, Map<number, number>>();
  for (const all of groupsOf(likes, ({ user }) => user).values()) {
    for (const { title } of all) {
      const row = together.get(title) ?? new Map<number, number>();
      for (const { title: other } of all) if (other !== title) row.set(other, (row.get(other) ?? 0) + 1);
      together.set(title, row);
    }
  }
  return together;
}
