const SOCIAL = { wikidata_id: null, facebook_id: null, instagram_id: null, twitter_id: null };

/** `external_ids` of a film. */
export function movieExternalIds(imdbId: string | null): object {
  return { imdb_id: imdbId, ...SOCIAL };
}

/** `external_ids` of a series. */
export function tvExternalIds(imdbId: string | null): object {
  return { imdb_id: imdbId, freebase_mid: null, freebase_id: null, tvdb_id: null, tvrage_id: null, ...SOCIAL };
}

/** `external_ids` of a person. */
export function personExternalIds(imdbId: string | null): object {
  return {
    freebase_mid: null,
    freebase_id: null,
    imdb_id: imdbId,
    tvrage_id: null,
    ...SOCIAL,
    tiktok_id: null,
    youtube_id: null,
  };
}
