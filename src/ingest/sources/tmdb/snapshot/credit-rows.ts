import { tmdbKeyOf } from '../../../../dataset/words/tmdb-ids.ts';
import type { TitleAnswer } from './title-row.ts';
import { fieldsOf, MOST_ID } from './value-reader.ts';
import type { Fields, ValueReader } from './value-reader.ts';

/** A credit before it has its place. */
interface Credit {
  creditId: string | null;
  personId: number | null;
  personName: string | null;
  department: string | null;
  job: string | null;
  character: string | null;
  billingOrder: number | null;
  episodeCount: number | null;
}

/** Behind all that have a place in the billing. */
const UNBILLED = Number.MAX_SAFE_INTEGER;

/**
 * The rows of a title in `tmdb.credits`: the cast in the order of its billing, then the crew. Of a series, each role and
 * each job is a row. A credit without a person or an id of its own is left out, and counted.
 */
export function creditRows(read: ValueReader, { kind, id, body, fetchedAt }: TitleAnswer) {
  const { cast, crew } = fieldsOf(body[kind === 'MOVIE' ? 'credits' : 'aggregate_credits']);
  const billed = read
    .objects('creditId', cast)
    .flatMap((person) => castOf(read, kind === 'MOVIE' ? [person] : read.objects('creditId', person['roles']), person));
  // The sort keeps the order of those with the same place.
  billed.sort((a, b) => (a.billingOrder ?? UNBILLED) - (b.billingOrder ?? UNBILLED));
  const others = read
    .objects('creditId', crew)
    .flatMap((person) => crewOf(read, kind === 'MOVIE' ? [person] : read.objects('creditId', person['jobs']), person));
  const tmdbKey = tmdbKeyOf({ kind, id });
  function placed(credit: Credit, position: number) {
    return { tmdbKey, position, ...credit, fetchedAt };
  }
  return [...billed, ...others].filter((credit) => isWhole(read, credit)).map(placed);
}

function isWhole(read: ValueReader, { personId, creditId, personName }: Credit): boolean {
  if (personId !== null && creditId !== null) return true;
  read.lose(personId === null ? 'personId' : 'creditId', personName);
  return false;
}

function castOf(read: ValueReader, roles: readonly Fields[], person: Fields): Credit[] {
  return roles.map((role) => ({
    ...common(read, role, person),
    department: 'Acting',
    job: null,
    character: read.text('character', role['character']),
    billingOrder: read.integer('billingOrder', person['order']),
    episodeCount: read.integer('episodeCount', role['episode_count']),
  }));
}

function crewOf(read: ValueReader, jobs: readonly Fields[], person: Fields): Credit[] {
  return jobs.map((job) => ({
    ...common(read, job, person),
    department: read.text('department', person['department']),
    job: read.text('job', job['job']),
    character: null,
    billingOrder: null,
    episodeCount: read.integer('episodeCount', job['episode_count']),
  }));
}

function common(
  read: ValueReader,
  credit: Fields,
  person: Fields,
): Pick<Credit, 'creditId' | 'personId' | 'personName'> {
  return {
    creditId: read.text('creditId', credit['credit_id']),
    personId: read.integer('personId', person['id'], { least: 1, most: MOST_ID }),
    personName: read.text('personName', person['name']),
  };
}
