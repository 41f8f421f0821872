import { formatConst } from '../../dataset/words/consts.ts';
import { likeness } from '../../dataset/similarity/measure.ts';
import type { Likeness, LikenessPart } from '../../dataset/similarity/measure.ts';
import type { PersonFact, TextFacts } from '../../dataset/similarity/title-facts.ts';
import { vectorOf } from '../../dataset/similarity/title-vector.ts';
import type { TitleVector } from '../../dataset/similarity/title-vector.ts';
import type { TitleCredits } from '../credits/credits.ts';
import type { Crew, Person, Title } from '../model/model.ts';
import type { ReadFeatureCounts } from './feature-counts.ts';
import type { ReadTextCounts } from './text-counts.ts';
import type { TmdbSimilarity } from './tmdb-similarity.ts';

/** Why two titles are alike. */
export interface SimilarityReason {
  kind: LikenessPart['kind'];
  detail: string;
  weight: number;
}

export interface Similarity {
  /** From 0 to 1, with four decimals. */
  score: number;
  /** The greatest weight first; all weights sum up to the score. */
  reasons: () => Promise<readonly SimilarityReason[]>;
}

/** What titles are compared by, key by key. */
export interface LikenessSources {
  featureCounts: ReadFeatureCounts;
  titles: (titleId: number) => Promise<Title | null>;
  titleCredits: (titleId: number) => Promise<TitleCredits | null>;
  crew: (titleId: number) => Promise<Crew | null>;
  people: (personId: number) => Promise<Person | null>;
  /** What TMDB says of titles, where that counts. */
  tmdb?: TextSources | undefined;
}

export interface TextSources {
  similarity: TmdbSimilarity;
  textCounts: ReadTextCounts;
  texts: (titleId: number) => Promise<TextFacts | null>;
}

/** Reasons that add less are left out. */
const MOST_REASONS = 20;

/** Compares titles, each of which it reads once. */
export class TitleLikeness {
  readonly #sources: LikenessSources;
  readonly #vectors = { withTmdb: newVectors(), without: newVectors() };

  constructor(sources: LikenessSources) {
    this.#sources = sources;
  }

  /** The likeness of any two titles, by the measure of the lists; null where one is not in the data. */
  async of(one: number, other: number): Promise<Similarity | null> {
    const found = await this.#likeness(one, other);
    return found && { score: found.score, reasons: () => this.#reasons([found], 1) };
  }

  /** Why a title is like some others: the mean of what it has in common with each of them. */
  async reasons(titleIds: readonly number[], similarId: number): Promise<readonly SimilarityReason[]> {
    const found = await Promise.all(titleIds.map((titleId) => this.#likeness(titleId, similarId)));
    return this.#reasons(
      found.filter((one) => one !== null),
      titleIds.length,
    );
  }

  async #likeness(one: number, other: number): Promise<Likeness | null> {
    const counted = this.#countsTmdb();
    const [a, b] = await Promise.all([this.#vector(one), this.#vector(other)]);
    // Of two vectors, one may have been made when it still counted.
    if (counted && !this.#countsTmdb()) return this.#likeness(one, other);
    return a === null || b === null ? null : likeness(a, b);
  }

  #countsTmdb(): boolean {
    return this.#sources.tmdb?.similarity.counts === true;
  }

  #vector(titleId: number): Promise<TitleVector | null> {
    const vectors = this.#vectors[this.#countsTmdb() ? 'withTmdb' : 'without'];
    let vector = vectors.get(titleId);
    if (vector === undefined) {
      vector = this.#readVector(titleId);
      vectors.set(titleId, vector);
    }
    return vector;
  }

  async #readVector(titleId: number): Promise<TitleVector | null> {
    const { titles, titleCredits, crew, featureCounts, tmdb } = this.#sources;
    const [title, credits, ofCrew, counts, told] = await Promise.all([
      titles(titleId),
      titleCredits(titleId),
      crew(titleId),
      featureCounts(),
      tmdb?.similarity.orElse(
        () => Promise.all([tmdb.texts(titleId), tmdb.textCounts()]),
        () => undefined,
      ),
    ]);
    if (title === null) return null;
    const { titleType, isAdult, startYear, genres, primaryTitle, rating } = title;
    return vectorOf(
      {
        id: titleId,
        titleType,
        isAdult,
        startYear,
        genres,
        title: primaryTitle,
        votes: rating?.votes ?? 0,
        people: peopleOf(credits, ofCrew),
        text: told?.[0] ?? null,
      },
      counts,
      told?.[1],
    );
  }

  async #reasons(found: readonly Likeness[], mean: number): Promise<readonly SimilarityReason[]> {
    const sums = new Map<string, SimilarityReason & { personId: number | undefined }>();
    function add(reason: SimilarityReason, personId?: number): void {
      const key = `${reason.kind} ${personId ?? reason.detail}`;
      const sum = sums.get(key);
      if (sum === undefined) sums.set(key, { ...reason, personId });
      else sum.weight += reason.weight;
    }
    for (const { parts } of found) for (const reason of reasonsOf(parts)) add(reason, reason.personId);
    const reasons = [...sums.values()]
      .filter(({ weight }) => weight > 0)
      .sort((one, other) => other.weight - one.weight)
      .slice(0, MOST_REASONS);
    return Promise.all(
      reasons.map(async ({ kind, detail, weight, personId }) => ({
        kind,
        detail:
          personId === undefined
            ? detail
            : ((await this.#sources.people(personId))?.primaryName ?? formatConst('nm', personId)),
        weight: weight / mean,
      })),
    );
  }
}

function newVectors(): Map<number, Promise<TitleVector | null>> {
  return new Map();
}

/** All credits of a title. Whoever title.crew names has no place in the billing. */
export function peopleOf(credits: TitleCredits | null, crew: Crew | null): PersonFact[] {
  return [
    ...(credits?.credits ?? []).flatMap(({ person, category, billingOrder }) =>
      person === null ? [] : [{ personId: person.id, category, billingOrder }],
    ),
    ...(crew?.directors ?? []).map(inCrew('director')),
    ...(crew?.writers ?? []).map(inCrew('writer')),
  ];
}

function inCrew(category: string): (personId: number) => PersonFact {
  return (personId) => ({ personId, category, billingOrder: 1 });
}

/** All words of one kind together; of a pair of genres, a half for each. */
function reasonsOf(parts: readonly LikenessPart[]): (SimilarityReason & { personId?: number })[] {
  const words = new Map<SimilarityReason['kind'], SimilarityReason>();
  const others = parts.flatMap((part): (SimilarityReason & { personId?: number })[] => {
    const { kind, weight } = part;
    switch (kind) {
      case 'PERSON':
        return [{ kind, detail: '', weight, personId: part.personId }];
      case 'SERIES':
        return [{ kind, detail: part.series, weight }];
      case 'COLLECTION':
        return [{ kind, detail: part.collection, weight }];
      case 'KEYWORD':
        return [{ kind, detail: part.keyword, weight }];
      case 'ERA':
        return [{ kind, detail: [...new Set(part.years)].join(' and '), weight }];
      case 'GENRE': {
        const genres = part.genre.split(',');
        return genres.map((genre) => ({ kind, detail: genre, weight: weight / genres.length }));
      }
      case 'KEYWORD_WORDS':
      case 'OVERVIEW_WORDS':
      case 'TITLE_WORDS': {
        const before = words.get(kind);
        const detail = before === undefined ? part.word : `${before.detail} ${part.word}`;
        words.set(kind, { kind, detail, weight: (before?.weight ?? 0) + weight });
        return [];
      }
    }
  });
  return [...others, ...words.values()];
}
