/** What the likeness of titles is measured by, as it stands in the data. */
export interface TitleFacts {
  id: number;
  /** IMDb's word. */
  titleType: string;
  isAdult: boolean;
  startYear: number | null;
  genres: readonly string[];
  /** The primary title. */
  title: string | null;
  /** 0 for a title without a rating. */
  votes: number;
  /** All credits, of people that may be there several times. */
  people: readonly PersonFact[];
  /** What TMDB says of it; null where it says nothing, or where that does not count. */
  text: TextFacts | null;
}

/** What TMDB says of a title. */
export interface TextFacts {
  overview: string | null;
  keywords: readonly string[];
  /** The collection that it belongs to. */
  collection: { id: number; name: string | null } | null;
}

/** A credit. */
export interface PersonFact {
  personId: number;
  /** IMDb's word: those of title.crew are directors and writers. */
  category: string;
  /** From 1; those of title.crew, which have none, count as 1. */
  billingOrder: number;
}

/** How much a role says of a work. */
const ROLES: Readonly<Record<string, number>> = {
  director: 1,
  writer: 0.7,
  actor: 0.8,
  actress: 0.8,
  self: 0.5,
  composer: 0.4,
  cinematographer: 0.4,
  editor: 0.25,
  producer: 0.3,
  production_designer: 0.2,
  casting_director: 0.1,
  archive_footage: 0.1,
  archive_sound: 0.1,
};
const OTHER_ROLE = 0.2;
/** Of roles that are billed one below the other. */
const BILLED: ReadonlySet<string> = new Set(['actor', 'actress', 'self']);
const BILLING_STEP = 0.1;

/** How much a credit says of a work: by its role, and of those on the screen by their billing. */
export function roleWeight({ category, billingOrder }: PersonFact): number {
  const role = Object.hasOwn(ROLES, category) ? (ROLES[category] ?? OTHER_ROLE) : OTHER_ROLE;
  return BILLED.has(category) ? role / (1 + BILLING_STEP * Math.max(0, billingOrder - 1)) : role;
}
