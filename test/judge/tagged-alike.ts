import { groupsOf } from './groups-of.ts';
import type { Relevant } from './liked-together.ts';

/** A tag that somebody has given a title. */
export interface Tag {
  user: string;
  title: number;
  tag: string;
}

/** A tag needs so many people to be one, and a title so many tags to be judged. */
const LEAST_USERS = 3;
const LEAST_TAGS = 5;
const MOST_RELEVANT = 20;

/** The twenty titles whose tags are most like those of a title: by the cosine of their TF-IDF vectors. */
export function taggedAlike(tags: readonly Tag[]): Relevant {
  const rarity = new Map<string, number>();
  const titles = new Set(tags.map(({ title }) => title)).size;
  for (const [tag, uses] of groupsOf(tags, (one) => one.tag)) {
    const of = new Set(uses.map(({ title }) => title)).size;
    if (of > 1 && new Set(uses.map(({ user }) => user)).size >= LEAST_USERS) rarity.set(tag, Math.log(titles / of));
  }
  const vectors = new Map<number, Map<string, number>>();
  const withTag = new Map<string, number[]>();
  for (const [title, all] of groupsOf(tags, (one) => one.title)) {
    const vector = new Map<string, number>();
    for (const [tag, uses] of groupsOf(all, (one) => one.tag)) {
      const rare = rarity.get(tag);
      if (rare !== undefined) vector.set(tag, (1 + Math.log(uses.length)) * rare);
    }
    if (vector.size < LEAST_TAGS) continue;
    const length = Math.hypot(...vector.values());
    for (const [tag, weight] of vector) {
      vector.set(tag, weight / length);
      withTag.set(tag, [...(withTag.get(tag) ?? []), title]);
    }
    vectors.set(title, vector);
  }
  return new Map(
    [...vectors].map(([title, vector]) => {
      const scores = new Map<number, number>();
      for (const [tag, weight] of vector) {
        for (const other of withTag.get(tag) ?? []) {
          if (other !== title)
            scores.set(other, (scores.get(other) ?? 0) + weight * (vectors.get(other)?.get(tag) ?? 0));
        }
      }
      const sorted = [...scores].sort(([a, one], [b, other]) => other - one || a - b);
      return [title, new Set(sorted.slice(0, MOST_RELEVANT).map(([other]) => other))] as const;
    }),
  );
}
