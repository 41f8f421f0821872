import { parseConst } from '../../dataset/words/consts.ts';
import type { ConstPrefix, ParsedConst } from '../../dataset/words/consts.ts';
import { parseAnyId } from '../../dataset/words/only-tmdb.ts';
import { badInput, ClientError } from '../../errors.ts';

const SHAPE = 'An id is tt (title) or nm (person) and seven to nine digits, such as tt0111161';
const KINDS = { tt: 'title', nm: 'person' } as const;
const ASK_INSTEAD = { tt: 'title(id:) or titlesByIds(ids:)', nm: 'person(id:) or peopleByIds(ids:)' } as const;
const MAX_SHOWN_CHARACTERS = 40;

/**
 * Parses an id of either kind; `at` names the argument in errors, such as `ids[3]`.
 * @throws ClientError `BAD_USER_INPUT` if it is malformed.
 */
export function readConst(text: string, at: string): ParsedConst {
  const id = parseConst(text);
  if (id === undefined) throw malformed(text, { at, shape: SHAPE });
  return id;
}

/** The error for a text that is no id of IMDb's or TMDB's; `at` names the argument. */
export function noIdOfEither(text: string, at: string): ClientError {
  return malformed(text, { at, shape: `${SHAPE}; TMDB's is such as tmdb:movie:603 or tmdb:person:287` });
}

function malformed(text: string, { at, shape }: { at: string; shape: string }): ClientError {
  return badInput(`${at}: ${shown(text)} is not an IMDb id. ${shape}.`);
}

/**
 * Parses the id of a title or of a person and returns its key.
 * @throws ClientError `BAD_USER_INPUT` if it is malformed or of the other kind.
 */
export function readKey(text: string, { prefix, at }: { prefix: ConstPrefix; at: string }): number {
  return ofKind(readConst(text, at), { text, prefix, at });
}

/**
 * Parses an id of IMDb's or TMDB's of a title or of a person, and returns its key.
 * @throws ClientError `BAD_USER_INPUT` if it is malformed or of the other kind.
 */
export function readKeyOfAny(text: string, { prefix, at }: { prefix: ConstPrefix; at: string }): number {
  const id = parseAnyId(text);
  if (id === undefined) throw noIdOfEither(text, at);
  return ofKind(id, { text, prefix, at });
}

function ofKind(id: ParsedConst, { text, prefix, at }: { text: string; prefix: ConstPrefix; at: string }): number {
  if (id.prefix === prefix) return id.key;
  throw badInput(
    `${at}: ${shown(text)} is the id of a ${KINDS[id.prefix]}, not of a ${KINDS[prefix]}. Use ${ASK_INSTEAD[id.prefix]}, or node(id:) for both.`,
  );
}

/**
 * The value of each id of the argument `ids`, in their order. The error of an id that `load` refuses is at its
 * position: the executor reports it there, with null in the list, and resolves the other ids.
 * @throws ClientError `BAD_USER_INPUT` if there are more than `most`.
 */
export function loadEach<T>(
  ids: readonly string[],
  { most, load }: { most: number; load: (id: string, at: string) => Promise<T> },
): Promise<T[]> {
  checkIdCount(ids, { most, at: 'ids' });
  const values = ids.map((id, index) => {
    try {
      return load(id, `ids[${index}]`);
    } catch (error) {
      if (error instanceof ClientError) return error;
      throw error;
    }
  });
  // The builder's types do not allow errors inside a list; GraphQL's executors do.
  return Promise.all(values as Promise<T>[]);
}

/** @throws ClientError `BAD_USER_INPUT` if a list of ids is longer than the server allows. */
export function checkIdCount(ids: readonly unknown[], { most, at }: { most: number; at: string }): void {
  if (ids.length > most) throw badInput(`${at}: ${ids.length} ids are too many, at most ${most} are allowed.`);
}

/** A text of the client as errors show it: quoted and not too long. */
export function shown(text: string): string {
  return JSON.stringify(text.length > MAX_SHOWN_CHARACTERS ? `${text.slice(0, MAX_SHOWN_CHARACTERS)}…` : text);
}
