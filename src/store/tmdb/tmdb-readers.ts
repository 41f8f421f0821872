import type { TmdbDocumentKindName } from '../../dataset/indexes/document-kinds.ts';
import type { CacheOptions } from '../documents/text-cache.ts';
import type { DocumentReader, TableReaderOptions } from '../documents/table-reader.ts';
import { decodeTmdbCredits } from './tmdb-credits.ts';
import type { TmdbCredits } from './tmdb-credits.ts';
import { decodeGone, decodePersonLink, decodeTitleLink, numberedLink } from './tmdb-links.ts';
import type { TmdbGone, TmdbLink } from './tmdb-links.ts';
import {
  decodeTmdbAlternativeTitles,
  decodeTmdbCollection,
  decodeTmdbRecommendations,
  numberedTmdbRecommendations,
} from './tmdb-lists.ts';
import type { TmdbAlternativeTitles, TmdbCollection, TmdbRecommendations } from './tmdb-lists.ts';
import { decodeTmdbPerson } from './tmdb-people.ts';
import type { TmdbPerson } from './tmdb-people.ts';
import { decodeTmdbTitle } from './tmdb-titles.ts';
import type { TmdbTitle } from './tmdb-titles.ts';

/** What can be read of TMDB's data in a build that has it. */
export interface TmdbReaders {
  titles: DocumentReader<TmdbTitle>;
  people: DocumentReader<TmdbPerson>;
  credits: DocumentReader<TmdbCredits>;
  recommendations: DocumentReader<TmdbRecommendations>;
  alternativeTitles: DocumentReader<TmdbAlternativeTitles>;
  collections: DocumentReader<TmdbCollection>;
  titleLinks: DocumentReader<TmdbLink>;
  personLinks: DocumentReader<TmdbLink>;
  goneTitles: DocumentReader<TmdbGone>;
  gonePeople: DocumentReader<TmdbGone>;
}

/** Makes the reader of one kind. */
export type MakeReader = <T extends object>(
  name: TmdbDocumentKindName,
  cache: CacheOptions,
  decoders: Pick<TableReaderOptions<T>, 'decode' | 'decodeNumbers'>,
) => DocumentReader<T>;

export function createTmdbReaders(
  reader: MakeReader,
  { titles, people }: { titles: CacheOptions; people: CacheOptions },
): TmdbReaders {
  return {
    titles: reader('tmdb_title', titles, { decode: decodeTmdbTitle }),
    people: reader('tmdb_person', people, { decode: decodeTmdbPerson }),
    credits: reader('tmdb_title_credits', titles, { decode: decodeTmdbCredits }),
    recommendations: reader('tmdb_recommendations', titles, {
      decode: decodeTmdbRecommendations,
      decodeNumbers: numberedTmdbRecommendations,
    }),
    alternativeTitles: reader('tmdb_alternative_titles', titles, { decode: decodeTmdbAlternativeTitles }),
    collections: reader('tmdb_collection', titles, { decode: decodeTmdbCollection }),
    titleLinks: reader('tmdb_title_links', titles, { decode: decodeTitleLink, decodeNumbers: numberedLink }),
    personLinks: reader('tmdb_person_links', people, { decode: decodePersonLink, decodeNumbers: numberedLink }),
    goneTitles: reader('tmdb_gone_titles', titles, { decode: decodeGone }),
    gonePeople: reader('tmdb_gone_people', people, { decode: decodeGone }),
  };
}
