/** A title that a user likes. */
export interface Like {
  user: string;
  title: number;
}

/** Titles that belong behind another. */
export type Relevant = ReadonlyMap<number, ReadonlySet<number>>;

/** A title needs so many likes to be judged, and a pair so many of one and the same people. */
const LEAST_LIKES = 20;
const LEAST_TOGETHER = 5;
/** Of two titles that hardly anybody has seen, few likes say little. */
const SHRINKAGE = 10;
const MOST_RELEVANT = 20;

/**
 * The titles that those who like a title like most beside it: twenty of them, by the cosine of who likes what. Titles
 * with few likes are left out.
 */
export function likedTogether(likes: readonly Like[]): Relevant {
  const byUser = groups(likes, ({ user }) => user);
  const counts = new Map([...groups(likes, ({ title }) => title)].map(([title, all]) => [title, all.length]));
  const together = new Map<number, Map<number, number>>();
  for (const all of byUser.values()) {
    for (const { title } of all) {
      const row = together.get(title) ?? new Map<number, number>();
      for (const { title: other } of all) if (other !== title) row.set(other, (row.get(other) ?? 0) + 1);
      together.set(title, row);
    }
  }
  const relevant = [...together].flatMap(([title, row]): [number, ReadonlySet<number>][] => {
    const own = counts.get(title) ?? 0;
    const scored = [...row]
      .filter(([, number]) => number >= LEAST_TOGETHER)
      .map(([other, number]) => ({ other, score: number / (Math.sqrt(own * (counts.get(other) ?? 0)) + SHRINKAGE) }))
      .sort((one, other) => other.score - one.score || one.other - other.other)
      .slice(0, MOST_RELEVANT);
    return own < LEAST_LIKES || scored.length === 0 ? [] : [[title, new Set(scored.map(({ other }) => other))]];
  });
  return new Map(relevant);
}

function groups<T, Key>(all: readonly T[], keyOf: (one: T) => Key): Map<Key, T[]> {
  const found = new Map<Key, T[]>();
  for (const one of all) {
    const group = found.get(keyOf(one));
    if (group === undefined) found.set(keyOf(one), [one]);
    else group.push(one);
  }
  return found;
}
