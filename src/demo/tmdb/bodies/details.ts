import { hash32 } from '../../chance/random.ts';
import { countryOf, languageOf, spokenLanguage } from '../words/places.ts';
import type { TmdbTitle } from '../things/tmdb-title.ts';
import { rounded } from './list-items.ts';
import { picturePath } from './picture-paths.ts';

const COMPANIES = ['Lantern Pictures', 'Harbor Light Films', 'Nordsee Film', 'Studio Orphéum', 'Meridian'];

/** What the details of films and of series have alike, under TMDB's names. */
export function commonDetails(title: TmdbTitle): {
  adult: boolean;
  backdrop_path: string | null;
  genres: object[];
  homepage: string;
  id: number;
  origin_country: string[];
  original_language: string;
  overview: string;
  popularity: number;
  poster_path: string | null;
  production_companies: object[];
  production_countries: object[];
  spoken_languages: object[];
  status: string;
  tagline: string;
  vote_average: number;
  vote_count: number;
} {
  const { kind, id, cultures } = title;
  const countries = cultures.map((culture) => countryOf(culture, id % 2));
  return {
    adult: title.adult,
    backdrop_path: picturePath('backdrop', kind, { id, isThere: title.hasBackdrop }),
    genres: title.genres,
    homepage: title.homepage,
    id,
    origin_country: countries.map(({ iso_3166_1 }) => iso_3166_1),
    original_language: languageOf(title.known.culture),
    overview: title.overview,
    popularity: title.popularity,
    poster_path: picturePath('poster', kind, { id, isThere: title.hasPoster }),
    production_companies: companiesOf(title),
    production_countries: countries,
    spoken_languages: cultures.map(spokenLanguage),
    status: title.status,
    tagline: title.tagline,
    vote_average: rounded(title.voteAverage),
    vote_count: title.voteCount,
  };
}

function companiesOf({ id, known }: TmdbTitle): object[] {
  const nth = hash32(1, 281, id) % (COMPANIES.length * 2);
  const name = COMPANIES[nth];
  const country = countryOf(known.culture).iso_3166_1;
  return name === undefined
    ? []
    : [{ id: 9000 + nth, logo_path: null, name, origin_country: nth === 0 ? '' : country }];
}
