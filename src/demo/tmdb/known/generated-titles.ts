import type { People } from '../../world/people.ts';
import { createCastingOffice } from '../../rows/casting.ts';
import { createRatings } from '../../rows/ratings.ts';
import { titleIn } from '../../text/title-text.ts';
import { describeEpisode, describeUnit, placeOfEpisode } from '../../world/works.ts';
import type { World } from '../../world/world.ts';
import type { KnownCredit, KnownTitle } from './known-title.ts';

const NULL = '\\N';

/**
 * The generated titles by the number of their unit. Units beyond the last title of IMDb's files follow the same rules:
 * these are the titles that only TMDB has.
 */
export function createGeneratedTitles(world: World, people: People): (unit: number) => KnownTitle {
  const office = createCastingOffice(world, people);
  const ratingOf = createRatings(world);
  const idOf = (title: number): string | undefined =>
    title < world.titles.size ? world.titles.text(title) : undefined;
  return (unit) => {
    const work = describeUnit(world, unit);
    return {
      tconst: idOf(work.title),
      salt: unit,
      isSeries: world.isSeries(unit),
      type: work.type,
      primary: work.primary,
      original: work.original,
      adult: work.adult,
      start: work.start,
      end: work.end,
      runtime: work.runtime,
      genres: work.genres === '' ? [] : work.genres.split(','),
      culture: work.culture,
      rating: ratingOf(work),
      episodes: work.episodes,
      nameIn: (culture) => (work.text.thing < 0 ? undefined : titleIn(work.text, culture)),
      credits: () => parseCredits(office.cast(work).principals),
      placeOf: (ordinal) => placeOfEpisode(world, work, ordinal),
      episode(ordinal) {
        const { title, primary, start, runtime } = describeEpisode(world, work, ordinal);
        return { tconst: idOf(title), primary, start, runtime };
      },
    };
  };
}

/** The credits in rows of title.principals. */
function parseCredits(rows: string): KnownCredit[] {
  const lines = rows.split('\n').filter((line) => line !== '');
  return lines.map((line) => creditOf(line.split('\t')));
}

/** A credit of the fields of title.principals. */
export function creditOf(fields: readonly string[]): KnownCredit {
  const [, , nconst = '', category = '', job = NULL, characters = NULL] = fields;
  return {
    nconst,
    category,
    job: job === NULL ? undefined : job,
    characters: characters === NULL ? [] : (JSON.parse(characters) as string[]),
  };
}
