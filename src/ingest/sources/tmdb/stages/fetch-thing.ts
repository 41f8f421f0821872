import { tmdbPath } from '../../../../dataset/sources/tmdb.ts';
import type { TmdbKind, TmdbThing } from '../../../../dataset/sources/tmdb.ts';
import { readAnswer } from '../answers/read-answer.ts';
import { ANSWER_SHAPES } from '../answers/answer-shapes.ts';
import { ThingFailed } from '../client/tmdb-errors.ts';
import type { TmdbReply } from '../client/tmdb-client.ts';
import { DAY_MS, dueAfter } from '../refresh-plan.ts';
import type { MirrorWork, Tally } from './mirror-work.ts';

const HOUR_MS = DAY_MS / 24;
const LONGEST_RETRY_MS = 7 * DAY_MS;

/**
 * Asks for one thing, and notes what came of it.
 * @throws whatever ends the run; nothing is noted of the thing then.
 */
export async function fetchThing(thing: TmdbThing, work: MirrorWork): Promise<keyof Tally> {
  const { mirror, client, now } = work;
  const asked = now();
  function fail(reason: string): 'failed' {
    mirror.fail(thing, { reason, retryAt: (tries) => new Date(asked.getTime() + retryAfterMs(tries)) });
    return 'failed';
  }
  let reply: TmdbReply;
  try {
    reply = await client.get(tmdbPath(thing));
    if (reply.status === 'missing') {
      mirror.remove(thing, { at: asked, into: await movedByImdbId(thing, work) });
      return 'gone';
    }
  } catch (error) {
    if (!(error instanceof ThingFailed)) throw error;
    return fail(error.message);
  }
  if (reply.status === 'moved') {
    const into = thingAt(reply.path);
    if (into?.kind !== thing.kind) return fail(`TMDB redirects it to ${reply.path}`);
    mirror.remove(thing, { at: asked, into });
    return 'gone';
  }
  // The earlier answer says which seasons or collections have changed.
  const before = thing.kind === 'tv' || thing.kind === 'movie' ? mirror.answer(thing)?.body : undefined;
  const read = readAnswer(thing, reply.body, before);
  if (typeof read === 'string') return fail(read);
  await mirror.hold(thing, { ...read, fetchedAt: asked, dueAt: dueAfter(asked), text: reply.text });
  return 'held';
}

/** An hour, two, four and so on, up to a week. */
function retryAfterMs(tries: number): number {
  return Math.min(LONGEST_RETRY_MS, HOUR_MS * 2 ** (tries - 1));
}

/** Which thing the address of another answer names: `/movie/604?append_to_response=…`. */
function thingAt(path: string): TmdbThing | undefined {
  const [, kind, id] = /^\/(movie|tv|person|collection)\/([0-9]+)(?:\D|$)/.exec(path) ?? [];
  return kind === undefined ? undefined : { kind: kind as TmdbKind, id: Number(id), part: 0 };
}

const FOUND_IN: Partial<Record<TmdbKind, string>> = {
  movie: 'movie_results',
  tv: 'tv_results',
  person: 'person_results',
};

/**
 * TMDB does not say what a deleted thing was merged into, but finds things by their IMDb id: if the one that is gone had
 * one, whoever has it now took its place.
 */
async function movedByImdbId(thing: TmdbThing, { mirror, client }: MirrorWork): Promise<TmdbThing | undefined> {
  const { kind } = thing;
  const list = FOUND_IN[kind];
  if (list === undefined || (kind !== 'movie' && kind !== 'tv' && kind !== 'person')) return undefined;
  const before = ANSWER_SHAPES[kind].safeParse(mirror.answer(thing)?.body);
  const imdbId = before.success ? before.data.external_ids.imdb_id : undefined;
  if (imdbId == null || !/^(tt|nm)[0-9]+$/.test(imdbId)) return undefined;
  const reply = await client.get(`/find/${imdbId}?external_source=imdb_id`);
  if (reply.status !== 'answered' || typeof reply.body !== 'object' || reply.body === null) return undefined;
  const found: unknown = (reply.body as Record<string, unknown>)[list];
  const first: unknown = Array.isArray(found) ? found[0] : undefined;
  const id: unknown = typeof first === 'object' && first !== null && 'id' in first ? first.id : undefined;
  return typeof id === 'number' && Number.isInteger(id) && id !== thing.id ? { kind, id, part: 0 } : undefined;
}
