import type { TmdbPerson } from '../things/tmdb-person.ts';
import { picturePath } from './picture-paths.ts';

/** `/3/person/{id}` without what may be appended to it. */
export function personBody(person: TmdbPerson): object {
  return {
    adult: false,
    also_known_as: person.alsoKnownAs,
    biography: person.biography,
    birthday: person.birthday,
    deathday: person.deathday,
    gender: person.gender,
    homepage: null,
    id: person.id,
    imdb_id: person.imdbId,
    known_for_department: person.department,
    name: person.known.name,
    place_of_birth: person.placeOfBirth,
    popularity: person.popularity,
    profile_path: picturePath('profile', 'person', { id: person.id, isThere: person.hasProfile }),
  };
}
