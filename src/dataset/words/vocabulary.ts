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

export const PROFESSIONS = {
  ACTOR: 'actor',
  ACTRESS: 'actress',
  ANIMATION_DEPARTMENT: 'animation_department',
  ARCHIVE_FOOTAGE: 'archive_footage',
  ARCHIVE_SOUND: 'archive_sound',
  ART_DEPARTMENT: 'art_department',
  ART_DIRECTOR: 'art_director',
  ASSISTANT: 'assistant',
  ASSISTANT_DIRECTOR: 'assistant_director',
  CAMERA_DEPARTMENT: 'camera_department',
  CASTING_DEPARTMENT: 'casting_department',
  CASTING_DIRECTOR: 'casting_director',
  CHOREOGRAPHER: 'choreographer',
  CINEMATOGRAPHER: 'cinematographer',
  COMPOSER: 'composer',
  COSTUME_DEPARTMENT: 'costume_department',
  COSTUME_DESIGNER: 'costume_designer',
  DIRECTOR: 'director',
  EDITOR: 'editor',
  EDITORIAL_DEPARTMENT: 'editorial_department',
  ELECTRICAL_DEPARTMENT: 'electrical_department',
  EXECUTIVE: 'executive',
  LEGAL: 'legal',
  LOCATION_MANAGEMENT: 'location_management',
  MAKE_UP_DEPARTMENT: 'make_up_department',
  MANAGER: 'manager',
  MISCELLANEOUS: 'miscellaneous',
  MUSIC_ARTIST: 'music_artist',
  MUSIC_DEPARTMENT: 'music_department',
  PODCASTER: 'podcaster',
  PRODUCER: 'producer',
  PRODUCTION_DEPARTMENT: 'production_department',
  PRODUCTION_DESIGNER: 'production_designer',
  PRODUCTION_MANAGER: 'production_manager',
  PUBLICIST: 'publicist',
  SCRIPT_DEPARTMENT: 'script_department',
  SELF: 'self',
  SET_DECORATOR: 'set_decorator',
  SOUND_DEPARTMENT: 'sound_department',
  SOUNDTRACK: 'soundtrack',
  SPECIAL_EFFECTS: 'special_effects',
  STUNTS: 'stunts',
  TALENT_AGENT: 'talent_agent',
  TRANSPORTATION_DEPARTMENT: 'transportation_department',
  VISUAL_EFFECTS: 'visual_effects',
  WRITER: 'writer',
} as const;

/** The enum value for every word of IMDb that is not in the vocabulary. */
export const OTHER = 'OTHER';

/** Returns the function from a word to an enum value: the word itself if the vocabulary has it, otherwise `OTHER`. */
export function knownOrOther(vocabulary: Record<string, string>): (word: string) => string {
  const known = new Set(Object.values(vocabulary));
  return (word) => (known.has(word) ? word : OTHER);
}
