import { DOCUMENT_KINDS, lookup, numbersOf, SMALL } from './document-kinds.ts';
import type { DocumentKind } from './document-kinds.ts';
import { SIMILAR_TITLE } from './document-fields.ts';
import {
  TMDB_ALTERNATIVE_TITLE,
  TMDB_COLLECTION,
  TMDB_CREDIT,
  TMDB_EPISODE_LINK,
  TMDB_GONE,
  TMDB_PERSON,
  TMDB_PERSON_LINK,
  TMDB_RECOMMENDATION,
  TMDB_TITLE,
  TMDB_TITLE_LINK,
} from './tmdb-document-fields.ts';

/** The kinds of TMDB's data, which a build has where it has TMDB's tables. */
export const TMDB_DOCUMENT_KINDS: readonly DocumentKind[] = [
  lookup('tmdb_title', { table: 'tmdb_titles', key: 'tmdbKey', fields: TMDB_TITLE }),
  lookup('tmdb_person', { table: 'tmdb_people', key: 'id', fields: TMDB_PERSON }),
  lookup('tmdb_title_credits', { table: 'tmdb_credits', key: 'tmdbKey', fields: TMDB_CREDIT }),
  lookup('tmdb_recommendations', {
    table: 'tmdb_recommendations',
    key: 'tmdbKey',
    fields: TMDB_RECOMMENDATION,
    blocks: SMALL,
    numbers: numbersOf(TMDB_RECOMMENDATION),
  }),
  lookup('tmdb_alternative_titles', {
    table: 'tmdb_alternative_titles',
    key: 'tmdbKey',
    fields: TMDB_ALTERNATIVE_TITLE,
  }),
  lookup('tmdb_collection', { table: 'tmdb_collections', key: 'id', fields: TMDB_COLLECTION }),
  lookup('tmdb_title_links', {
    table: 'tmdb_title_links',
    key: 'tconst',
    fields: TMDB_TITLE_LINK,
    blocks: SMALL,
    numbers: numbersOf(TMDB_TITLE_LINK),
  }),
  lookup('tmdb_person_links', {
    table: 'tmdb_person_links',
    key: 'nconst',
    fields: TMDB_PERSON_LINK,
    blocks: SMALL,
    numbers: numbersOf(TMDB_PERSON_LINK),
  }),
  lookup('tmdb_episode_links', { table: 'tmdb_episode_links', key: 'tconst', fields: TMDB_EPISODE_LINK }),
  lookup('tmdb_gone_titles', { table: 'tmdb_gone_titles', key: 'tmdbKey', fields: TMDB_GONE }),
  lookup('tmdb_gone_people', { table: 'tmdb_gone_people', key: 'id', fields: TMDB_GONE }),
  lookup('tmdb_similar_titles', {
    table: 'tmdb_similar_titles',
    key: 'tconst',
    fields: SIMILAR_TITLE,
    blocks: SMALL,
    numbers: numbersOf(SIMILAR_TITLE),
  }),
];

/** All kinds that a build may have. */
export const ALL_DOCUMENT_KINDS: readonly DocumentKind[] = [...DOCUMENT_KINDS, ...TMDB_DOCUMENT_KINDS];
