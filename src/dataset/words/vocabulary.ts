/**
 * IMDb's words by their enum names in the GraphQL schema. IMDb adds words without notice: an unknown word is `OTHER` in
 * the enum, and its text is in another field.
 */

export const TITLE_TYPES = {
  MOVIE: 'movie',
  SHORT: 'short',
  TV_SERIES: 'tvSeries',
  TV_MINI_SERIES: 'tvMiniSeries',
  TV_EPISODE: 'tvEpisode',
  TV_MOVIE: 'tvMovie',
  TV_SPECIAL: 'tvSpecial',
  TV_SHORT: 'tvShort',
  TV_PILOT: 'tvPilot',
  VIDEO: 'video',
  VIDEO_GAME: 'videoGame',
} as const;

export const CREDIT_CATEGORIES = {
  ACTOR: 'actor',
  ACTRESS: 'actress',
  SELF: 'self',
  ARCHIVE_FOOTAGE: 'archive_footage',
  ARCHIVE_SOUND: 'archive_sound',
  DIRECTOR: 'director',
  WRITER: 'writer',
  PRODUCER: 'producer',
  COMPOSER: 'composer',
  CINEMATOGRAPHER: 'cinematographer',
  EDITOR: 'editor',
  PRODUCTION_DESIGNER: 'production_designer',
  CASTING_DIRECTOR: 'casting_director',
} as const;

export const GENRES = {
  ACTION: 'Action',
  ADULT: 'Adult',
  ADVENTURE: 'Adventure',
  ANIMATION: 'Animation',
  BIOGRAPHY: 'Biography',
  COMEDY: 'Comedy',
  CRIME: 'Crime',
  DOCUMENTARY: 'Documentary',
  DRAMA: 'Drama',
  FAMILY: 'Family',
  FANTASY: 'Fantasy',
  FILM_NOIR: 'Film-Noir',
  GAME_SHOW: 'Game-Show',
  HISTORY: 'History',
  HORROR: 'Horror',
  MUSIC: 'Music',
  MUSICAL: 'Musical',
  MYSTERY: 'Mystery',
  NEWS: 'News',
  REALITY_TV: 'Reality-TV',
  ROMANCE: 'Romance',
  SCI_FI: 'Sci-Fi',
  SHORT: 'Short',
  SPORT: 'Sport',
  TALK_SHOW: 'Talk-Show',
  THRILLER: 'Thriller',
  WAR: 'War',
  WESTERN: 'Western',
} as const;

/** The enum value for every word of IMDb that is not in the vocabulary. */
export const OTHER = 'OTHER';

/** Returns the function from a word to an enum value: the word itself if the vocabulary has it, otherwise `OTHER`. */
export function knownOrOther(vocabulary: Record<string, string>): (word: string) => string {
  const known = new Set(Object.values(vocabulary));
  return (word) => (known.has(word) ? word : OTHER);
}
