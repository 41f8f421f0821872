import { hash32 } from '../../chance/random.ts';
import type { Day } from '../ids/lifetimes.ts';
import type { KnownCredit } from '../known/known-title.ts';
import type { TmdbPerson } from '../things/tmdb-person.ts';
import type { TmdbTitle } from '../things/tmdb-title.ts';
import type { TmdbWorld } from '../things/tmdb-world.ts';
import { objectId, picturePath } from './picture-paths.ts';

/** A credit whose person TMDB has. */
interface Credited {
  person: TmdbPerson;
  credit: KnownCredit;
  nth: number;
}

const CAST: ReadonlySet<string> = new Set(['actor', 'actress', 'self', 'archive_footage']);
const CREW: Record<string, readonly [department: string, job: string]> = {
  director: ['Directing', 'Director'],
  writer: ['Writing', 'Writer'],
  producer: ['Production', 'Producer'],
  composer: ['Sound', 'Original Music Composer'],
  cinematographer: ['Camera', 'Director of Photography'],
  editor: ['Editing', 'Editor'],
  production_designer: ['Art', 'Production Design'],
  casting_director: ['Production', 'Casting'],
};
const JOBS: Record<string, string> = {
  screenplay: 'Screenplay',
  story: 'Story',
  'created by': 'Creator',
  'executive producer': 'Executive Producer',
  'co-producer': 'Co-Producer',
  'co-director': 'Co-Director',
};
const OWN_STREAM = 271;

/** `credits` of a film: cast in the order of billing, then crew. People whom TMDB lacks are left out. */
export function movieCredits(world: TmdbWorld, title: TmdbTitle, day: Day): { cast: object[]; crew: object[] } {
  const { cast, crew } = splitCredits(world, title, day);
  function castOf({ person, credit, nth }: Credited, order: number): object {
    const ids = { cast_id: nth + 1, credit_id: objectId(`movie ${title.id} ${nth}`) };
    return { ...personFields(person), ...ids, character: characterOf(credit), order };
  }
  function crewOf({ person, credit, nth }: Credited): object {
    return { ...personFields(person), credit_id: objectId(`movie ${title.id} ${nth}`), ...jobOf(credit) };
  }
  return { cast: cast.map(castOf), crew: crew.map(crewOf) };
}

/** `aggregate_credits` of a series: each person once, with their roles or jobs and the number of episodes of each. */
export function aggregateCredits(
  world: TmdbWorld,
  title: TmdbTitle,
  { day, episodes }: { day: Day; episodes: number },
): { cast: object[]; crew: object[] } {
  const { cast, crew } = splitCredits(world, title, day);
  const countOf = ({ nth }: Credited): number =>
    episodes === 0 ? 0 : 1 + (hash32(world.seed, OWN_STREAM + 1, title.id * 64 + nth) % episodes);
  const total = (list: readonly Credited[]): number => list.reduce((sum, one) => sum + countOf(one), 0);
  const idOf = ({ nth }: Credited): string => objectId(`tv ${title.id} ${nth}`);
  function castOf(parts: readonly Credited[], order: number): object {
    const roles = parts.map((part) => ({
      credit_id: idOf(part),
      character: characterOf(part.credit),
      episode_count: countOf(part),
    }));
    return { ...personFields(first(parts).person), roles, total_episode_count: total(parts), order };
  }
  function crewOf(parts: readonly Credited[]): object {
    const jobs = parts.map((part) => ({
      credit_id: idOf(part),
      job: jobOf(part.credit).job,
      episode_count: countOf(part),
    }));
    const { department } = jobOf(first(parts).credit);
    return { ...personFields(first(parts).person), jobs, department, total_episode_count: total(parts) };
  }
  return {
    cast: grouped(cast, ({ person }) => String(person.id)).map(castOf),
    crew: grouped(crew, ({ person, credit }) => `${person.id} ${jobOf(credit).department}`).map(crewOf),
  };
}

function grouped(list: readonly Credited[], keyOf: (of: Credited) => string): Credited[][] {
  return [...Map.groupBy(list, keyOf).values()];
}

function first(parts: readonly Credited[]): Credited {
  return parts[0] as Credited;
}

/** `created_by` of a series. */
export function creatorsOf(world: TmdbWorld, title: TmdbTitle, day: Day): object[] {
  return splitCredits(world, title, day)
    .crew.filter(({ credit }) => credit.job === 'created by')
    .map(({ person, nth }) => ({
      id: person.id,
      credit_id: objectId(`tv ${title.id} ${nth}`),
      name: person.known.name,
      original_name: person.known.name,
      gender: person.gender,
      profile_path: picturePath('profile', 'person', { id: person.id, isThere: person.hasProfile }),
    }));
}

function splitCredits(world: TmdbWorld, title: TmdbTitle, day: Day): { cast: Credited[]; crew: Credited[] } {
  const cast: Credited[] = [];
  const crew: Credited[] = [];
  const credits = title.known.credits();
  credits.forEach((credit, nth) => {
    const id = world.idOfPerson(credit.nconst);
    const person = id === undefined ? undefined : world.person(id, day);
    if (person === undefined) return;
    if (CAST.has(credit.category)) cast.push({ person, credit, nth });
    else if (credit.category in CREW) crew.push({ person, credit, nth });
  });
  // One title in eight has somebody whom IMDb does not know at all.
  const draw = hash32(world.seed, OWN_STREAM, title.id);
  const own = draw % 8 === 0 && title.id >= 1000 ? world.person(world.ownPerson(draw >>> 3), day) : undefined;
  if (own !== undefined) {
    const credit = { nconst: '', category: 'actor', job: undefined, characters: ['Uncredited'] };
    cast.push({ person: own, credit, nth: credits.length });
  }
  return { cast, crew };
}

function personFields(person: TmdbPerson): object {
  return {
    adult: false,
    gender: person.gender,
    id: person.id,
    known_for_department: person.department,
    name: person.known.name,
    original_name: person.known.name,
    popularity: person.popularity,
    profile_path: picturePath('profile', 'person', { id: person.id, isThere: person.hasProfile }),
  };
}

function characterOf({ category, characters }: KnownCredit): string {
  return `${characters.join(' / ')}${category === 'archive_footage' ? ' (archive footage)' : ''}`;
}

function jobOf({ category, job }: KnownCredit): { department: string; job: string } {
  const [department, usual] = CREW[category] as readonly [string, string];
  return { department, job: JOBS[job ?? ''] ?? usual };
}
