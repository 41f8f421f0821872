/** An episode as one source has it; null where it does not say. */
export interface EpisodeFacts {
  season: number | null;
  number: number | null;
  /** Folded; empty where it has none, or one that says no more than its number. */
  title: string;
  year: number | null;
}

/** What is known of a field before any episode was seen, as so many pairs. */
const BEFORE = { title: { agree: 4, of: 5 }, number: { agree: 9, of: 10 }, year: { agree: 19, of: 20 } } as const;

/** How much of its own value an episode is not counted for among the others: that two share a title is rare, a number not. */
const OWN = { title: 0.8, number: 0, year: 0 } as const;

export type FieldName = keyof typeof BEFORE;
/** What is compared of an episode; undefined where the source does not say. */
export type Values = Record<FieldName, string | number | undefined>;
/** Places in a list of episodes, by a value. */
export type Places = ReadonlyMap<string | number, readonly number[]>;

/** How much likelier the same episode is to agree in a value, or to differ, than any other one. */
export interface Field {
  agree: (value: string | number) => number;
  differ: (value: string | number) => number;
}

/** An episode as it is compared. */
export function valuesOf({ season, number, title, year }: EpisodeFacts): Values {
  return {
    title: title === '' ? undefined : title,
    number: season === null || number === null ? undefined : `${season} ${number}`,
    year: year ?? undefined,
  };
}

/** The places of each value of a field. */
export function placesBy(episodes: readonly Values[], name: FieldName): Places {
  const places = new Map<string | number, number[]>();
  for (const [place, { [name]: value }] of episodes.entries()) {
    if (value === undefined) continue;
    const found = places.get(value);
    if (found === undefined) places.set(value, [place]);
    else found.push(place);
  }
  return places;
}

/** The places of a value; none of no value. */
export function placesOf(places: Places, value: string | number | undefined): readonly number[] {
  return value === undefined ? [] : (places.get(value) ?? []);
}

interface Lists {
  left: readonly Values[];
  right: readonly Values[];
  places: Record<FieldName, Places>;
}

/** Learns how often fields agree among the same episodes of a series. */
export function learnFields({ left, right, places }: Lists): Record<FieldName, Field> {
  const titled = left.filter(({ title }) => title !== undefined);
  const sameTitle = titled.flatMap((values) => {
    const [other, ...more] = placesOf(places.title, values.title);
    return other === undefined || more.length > 0 ? [] : [[values, right[other] as Values] as const];
  });
  const titledThere = right.filter(({ title }) => title !== undefined).length;
  const field = (name: FieldName, { agree, of }: { agree: number; of: number }): Field => {
    const same = (BEFORE[name].agree + agree) / (BEFORE[name].of + of);
    const shareOf = (value: string | number): number =>
      Math.max(0, placesOf(places[name], value).length - OWN[name]) / right.length;
    return {
      agree: (value) => same / shareOf(value),
      differ: (value) => (1 - same) / Math.max(1 - shareOf(value), 1 / (right.length + 1)),
    };
  };
  const agreeing = (name: FieldName): { agree: number; of: number } => {
    const both = sameTitle.filter(([one, other]) => one[name] !== undefined && other[name] !== undefined);
    return { agree: both.filter(([one, other]) => one[name] === other[name]).length, of: both.length };
  };
  return {
    title: field('title', { agree: sameTitle.length, of: Math.min(titled.length, titledThere) }),
    number: field('number', agreeing('number')),
    year: field('year', agreeing('year')),
  };
}

/** How much likelier two episodes are to be the same than any two. */
export function weightOf(fields: Record<FieldName, Field>, one: Values, other: Values): number {
  let weight = 1;
  for (const name of ['title', 'number', 'year'] as const) {
    const [here, there] = [one[name], other[name]];
    if (here === undefined || there === undefined) continue;
    weight *= here === there ? fields[name].agree(here) : fields[name].differ(here);
  }
  return weight;
}
