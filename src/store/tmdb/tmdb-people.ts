import { itemIn } from '../../dataset/indexes/field-kinds.ts';
import { TMDB_PERSON } from '../../dataset/indexes/tmdb-document-fields.ts';

/** A person as TMDB has them. */
export interface TmdbPerson {
  id: number;
  /** IMDb's number of the person, as TMDB has it: IMDb's files may lack it. */
  personId: number | null;
  name: string | null;
  biography: string | null;
  /** YYYY-MM-DD, as `deathday`. */
  birthday: string | null;
  deathday: string | null;
  placeOfBirth: string | null;
  /** 1 is female, 2 male, 3 non-binary. */
  gender: number | null;
  alsoKnownAs: readonly string[];
  knownForDepartment: string | null;
  profilePath: string | null;
  popularity: number | null;
  /** ISO 8601, UTC. */
  fetchedAt: string | null;
}

export function decodeTmdbPerson(id: number, text: string): TmdbPerson {
  const item = itemIn(text);
  return {
    id,
    personId: TMDB_PERSON.personId.of(item),
    name: TMDB_PERSON.name.of(item),
    biography: TMDB_PERSON.biography.of(item),
    birthday: TMDB_PERSON.birthday.of(item),
    deathday: TMDB_PERSON.deathday.of(item),
    placeOfBirth: TMDB_PERSON.placeOfBirth.of(item),
    gender: TMDB_PERSON.gender.of(item),
    alsoKnownAs: TMDB_PERSON.alsoKnownAs.of(item),
    knownForDepartment: TMDB_PERSON.knownForDepartment.of(item),
    profilePath: TMDB_PERSON.profilePath.of(item),
    popularity: TMDB_PERSON.popularity.of(item),
    fetchedAt: TMDB_PERSON.fetchedAt.of(item),
  };
}
