import { imdbIdOf } from './title-row.ts';
import type { Fields, ValueReader } from './value-reader.ts';

/** The answer about anything but a title. */
export interface OtherAnswer {
  id: number;
  part: number;
  body: Fields;
  /** ISO 8601, UTC. */
  fetchedAt: string;
}

/** The row of a person in `tmdb.people`. */
export function personRow(read: ValueReader, { id, body, fetchedAt }: OtherAnswer) {
  return {
    id,
    nconst: read.constOf('nconst', 'nm', imdbIdOf(body)),
    name: read.text('name', body['name']),
    biography: read.text('biography', body['biography']),
    birthday: read.date('birthday', body['birthday']),
    deathday: read.date('deathday', body['deathday']),
    placeOfBirth: read.text('placeOfBirth', body['place_of_birth']),
    gender: read.positive('gender', body['gender'], 3),
    alsoKnownAs: read.texts('alsoKnownAs', body['also_known_as']),
    knownForDepartment: read.text('knownForDepartment', body['known_for_department']),
    profilePath: read.picture('profilePath', body['profile_path']),
    popularity: read.number('popularity', body['popularity']),
    fetchedAt,
  };
}
