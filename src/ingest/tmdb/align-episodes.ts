import { learnFields, placesBy, placesOf, valuesOf, weightOf } from './episode-fields.ts';
import type { EpisodeFacts, Field, FieldName, Places, Values } from './episode-fields.ts';

/** The episodes at these places of two lists are the same one, with a probability. */
export interface AlignedEpisode {
  imdb: number;
  tmdb: number;
  confidence: number;
}

/** The share of episodes that the other source lacks. */
const LACKING = 0.05;
/** Less likely pairs are left out. */
const LEAST_CONFIDENCE = 0.5;

/**
 * Finds which episodes of a series are the same in both sources, by record linkage (Fellegi and Sunter, 1969): each field
 * that agrees makes a pair so much more likely as it agrees more often among the same episodes than among others, so that
 * rare values weigh more. How often is learned of each series: of numbers and years from episodes whose titles agree, so
 * that the number says little where a series is counted in another order. The confidence is the probability among all
 * episodes that it may be, and that it is none. The most probable pairs are taken first, each episode once.
 */
export function alignEpisodes(imdb: readonly EpisodeFacts[], tmdb: readonly EpisodeFacts[]): AlignedEpisode[] {
  const [left, right] = [imdb.map(valuesOf), tmdb.map(valuesOf)];
  const places: Record<FieldName, Places> = {
    title: placesBy(right, 'title'),
    number: placesBy(right, 'number'),
    year: placesBy(right, 'year'),
  };
  const fields = learnFields({ left, right, places });
  const pairs = left.flatMap((values, place) => {
    const candidates = [
      ...new Set((['title', 'number'] as const).flatMap((name) => placesOf(places[name], values[name]))),
    ];
    const weights = candidates.map((other) => weightOf(fields, values, right[other] as Values));
    const others = weightOfOthers({ values, fields, places, candidates, count: right.length });
    const sum = weights.reduce((total, weight) => total + weight, others);
    return candidates.map((other, index) => ({ imdb: place, tmdb: other, confidence: (weights[index] ?? 0) / sum }));
  });
  return likeliestFirst(pairs);
}

/** The weight of all episodes that are no candidates, which differ in title and number, and of none. */
function weightOfOthers({
  values,
  fields,
  places,
  candidates,
  count,
}: {
  values: Values;
  fields: Record<FieldName, Field>;
  places: Record<FieldName, Places>;
  candidates: readonly number[];
  count: number;
}): number {
  const none = (count * LACKING) / (1 - LACKING);
  const { title, number, year } = values;
  const differ =
    (title === undefined ? 1 : fields.title.differ(title)) * (number === undefined ? 1 : fields.number.differ(number));
  const rest = count - candidates.length;
  if (year === undefined) return none + rest * differ;
  const taken = new Set(candidates);
  const ofYear = placesOf(places.year, year).filter((place) => !taken.has(place)).length;
  const agree = ofYear === 0 ? 0 : ofYear * fields.year.agree(year);
  return none + differ * (agree + (rest - ofYear) * fields.year.differ(year));
}

function likeliestFirst(pairs: readonly AlignedEpisode[]): AlignedEpisode[] {
  const taken = { imdb: new Set<number>(), tmdb: new Set<number>() };
  const order = [...pairs].sort((a, b) => b.confidence - a.confidence || a.imdb - b.imdb || a.tmdb - b.tmdb);
  return order.filter((pair) => {
    if (pair.confidence < LEAST_CONFIDENCE || taken.imdb.has(pair.imdb) || taken.tmdb.has(pair.tmdb)) return false;
    taken.imdb.add(pair.imdb);
    taken.tmdb.add(pair.tmdb);
    return true;
  });
}
