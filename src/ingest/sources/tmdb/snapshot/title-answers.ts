import type { Mirror } from '../mirror.ts';
import type { TmdbAnswer } from '../mirror/mirror-answers.ts';
import type { TmdbTitleKind } from '../../../../dataset/words/tmdb-ids.ts';
import { tmdbKeyOf } from '../../../../dataset/words/tmdb-ids.ts';

/** All answers about films and series in the order of their keys (merge of two sorted lists). */
export function* titleAnswers(
  mirror: Pick<Mirror, 'answers'>,
): Generator<{ kind: TmdbTitleKind; answer: TmdbAnswer }, void, undefined> {
  const films = mirror.answers('movie');
  const series = mirror.answers('tv');
  let film = films.next();
  let one = series.next();
  while (film.done !== true || one.done !== true) {
    const isFilm =
      one.done === true ||
      (film.done !== true &&
        tmdbKeyOf({ kind: 'MOVIE', id: film.value.id }) < tmdbKeyOf({ kind: 'TV', id: one.value.id }));
    if (isFilm) {
      yield { kind: 'MOVIE', answer: film.value as TmdbAnswer };
      film = films.next();
    } else {
      yield { kind: 'TV', answer: one.value as TmdbAnswer };
      one = series.next();
    }
  }
}
