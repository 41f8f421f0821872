import { BLOCK_UNITS } from '../chance/block-layout.ts';
import { Dice, hash32 } from '../chance/random.ts';
import { makeTitleText, titleIn, type TitleText } from '../text/title-text.ts';
import type { World } from './world.ts';
import { CULTURE_WEIGHTS, CULTURES, type Culture } from '../text/words-world.ts';

/** A title as in title.basics, with what the other files need. */
export interface Work {
  title: number;
  unit: number;
  type: string;
  culture: Culture;
  text: TitleText;
  primary: string;
  original: string;
  adult: boolean;
  /** 0 if unknown. */
  start: number;
  end: number;
  runtime: number;
  /** Genres joined by commas; empty if unknown. */
  genres: string;
  /** Whether people appear as themselves. */
  factual: boolean;
  /** Season number of an episode; 0 if unknown. */
  season: number;
  number: number;
  episodes: number;
  unnumbered: number;
}

const WORK_STREAM = 41;
const EPISODE_STREAM = 42;
const TEXT_STREAM = 43;
const SHARE_REMADE = 0.03;
const CULTURE_OF = CULTURE_WEIGHTS.flatMap((weight, nth) => Array.from({ length: weight }, () => nth));

/** Types of single titles, per thousand. */
const SINGLE_TYPES: readonly (readonly [string, number, number])[] = [
  ['movie', 282, 97],
  ['short', 430, 13],
  ['video', 131, 62],
  ['tvMovie', 66, 84],
  ['tvSpecial', 41, 63],
  ['videoGame', 39, 0],
  ['tvShort', 8, 9],
  ['tvPilot', 3, 31],
];
const GENRES =
  'Drama Comedy Drama Documentary Romance Action Crime Thriller Horror Adventure Family Animation Music Mystery Fantasy Sci-Fi Biography History Sport Musical War Western Film-Noir';
const SERIES_GENRES =
  'Drama Comedy Drama Romance Crime Talk-Show Family Reality-TV Animation Documentary Action News Mystery Game-Show Sport Music';
const GENRE_LIST = GENRES.split(' ');
const SERIES_GENRE_LIST = SERIES_GENRES.split(' ');
const FACTUAL = /Documentary|News|Talk-Show|Reality-TV|Game-Show/;

/** Makes up a single title or a series. */
export function describeUnit(world: World, unit: number): Work {
  const layout = world.layout(Math.floor(unit / BLOCK_UNITS));
  const place = unit % BLOCK_UNITS;
  const series = layout.series[place] === 1;
  const episodes = (layout.starts[place + 1] as number) - (layout.starts[place] as number) - 1;
  const dice = new Dice(world.seed).roll(WORK_STREAM, unit);
  const culture = CULTURES[dice.pick(CULTURE_OF)] as Culture;
  const start = world.yearOf(unit);
  const [type, typicalRuntime] = series ? seriesType(dice, episodes) : singleType(dice, start);
  const text = makeTitleText(textDice(world, unit), culture);
  const foreign = culture.code !== 'en' && text.thing >= 0;
  const original = foreign ? titleIn(text, culture) : text.english;
  const adult = !series && type !== 'videoGame' && dice.chance(0.05);
  const genres = genresOf(dice, { series, short: type === 'short' || type === 'tvShort', adult });
  const unnumbered = layout.unnumbered[place] as number;
  return {
    title: world.titleOfUnit(unit),
    unit,
    type,
    culture,
    text,
    primary: foreign && dice.chance(0.3) ? original : text.english,
    original,
    adult,
    start,
    end: series && start > 0 ? endYear(dice, { start, episodes: episodes - unnumbered }) : 0,
    runtime:
      typicalRuntime > 0 && dice.chance(0.62) ? Math.max(1, Math.round(typicalRuntime * (0.6 + dice.unit() * 0.8))) : 0,
    genres,
    factual: FACTUAL.test(genres),
    season: 0,
    number: 0,
    episodes,
    unnumbered,
  };
}

/** Makes up an episode; `ordinal` counts from 1 within its series. */
export function describeEpisode(world: World, series: Work, ordinal: number): Work {
  const title = series.title + ordinal;
  const dice = new Dice(world.seed).roll(EPISODE_STREAM, title);
  const { season, number } = placeOfEpisode(world, series, ordinal);
  const numbered = season > 0;
  const start =
    series.start === 0 || dice.chance(0.04)
      ? 0
      : Math.min(2027, series.start + (season > 0 ? season - 1 : Math.floor(ordinal / 150)));
  let primary: string;
  let { text } = series;
  let original: string;
  const u = dice.unit();
  if (numbered && u < 0.42) {
    primary = `Episode #${season}.${number}`;
    original = primary;
    text = { thing: -1, of: -1, name: '', english: primary };
  } else if (!numbered && u < 0.5) {
    primary = `Episode dated ${1 + dice.below(28)} ${dice.pick(MONTHS)} ${start || 1999}`;
    original = primary;
    text = { thing: -1, of: -1, name: '', english: primary };
  } else {
    text = makeTitleText(dice, series.culture);
    primary = text.english;
    original = text.thing >= 0 ? titleIn(text, series.culture) : primary;
  }
  return {
    ...series,
    title,
    type: 'tvEpisode',
    text,
    primary,
    original,
    start,
    end: 0,
    runtime: dice.chance(0.3) ? Math.max(2, (series.runtime || 30) + dice.below(5) - 2) : 0,
    season,
    number,
  };
}

/** Season and number of an episode; 0 both for one that has neither. `ordinal` counts from 1 within its series. */
export function placeOfEpisode(world: World, series: Work, ordinal: number): { season: number; number: number } {
  if (ordinal > series.episodes - series.unnumbered) return { season: 0, number: 0 };
  const perSeason = seasonLength(world, series);
  return { season: Math.floor((ordinal - 1) / perSeason) + 1, number: ((ordinal - 1) % perSeason) + 1 };
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** The draws of a unit's title. Some units share them: remakes, and titles that coincide. */
function textDice(world: World, unit: number): Dice {
  const dice = new Dice(world.seed).roll(TEXT_STREAM, unit);
  return dice.chance(SHARE_REMADE) ? dice.roll(TEXT_STREAM + 1, dice.below(Math.ceil(world.units / 200))) : dice;
}

function seasonLength(world: World, series: Work): number {
  const hash = hash32(world.seed, 44, series.unit);
  return series.episodes > 250 ? 120 + (hash % 130) : 6 + (hash % 19);
}

function seriesType(dice: Dice, episodes: number): [type: string, runtime: number] {
  const mini = dice.chance(0.24) && episodes <= 14;
  return [mini ? 'tvMiniSeries' : 'tvSeries', dice.pick([22, 25, 30, 44, 50, 60])];
}

/** Type and running time of a single title. Before 1947 for television, and 1972 for video and games, it is a film. */
function singleType(dice: Dice, year: number): [type: string, runtime: number] {
  let per = dice.below(1000);
  for (const [type, weight, runtime] of SINGLE_TYPES) {
    per -= weight;
    if (per >= 0) continue;
    const since = type.startsWith('tv') ? 1947 : type.startsWith('video') ? 1972 : 0;
    if (year === 0 || year >= since) return [type, runtime];
    break;
  }
  return dice.chance(0.3) ? ['movie', 80] : ['short', 13];
}

function endYear(dice: Dice, series: { start: number; episodes: number }): number {
  const last = series.start + Math.floor(series.episodes / 16);
  return last < 2026 && dice.chance(0.58) ? last : 0;
}

function genresOf(dice: Dice, kind: { series: boolean; short: boolean; adult: boolean }): string {
  if (dice.chance(0.045)) return '';
  const list = kind.series ? SERIES_GENRE_LIST : GENRE_LIST;
  const first = dice.pickEarly(list);
  if (!kind.short && !kind.adult && dice.chance(0.5)) return first;
  const picked = new Set([first]);
  if (kind.short) picked.add('Short');
  if (kind.adult) picked.add('Adult');
  const wanted = dice.chance(0.4) ? 3 : 2;
  for (let tries = 0; tries < 4 && picked.size < wanted; tries += 1) picked.add(dice.pickEarly(list));
  return [...picked].sort().join(',');
}
