import { IDS } from './fixed-entities.ts';
import {
  addAkas,
  addRating,
  addTitle,
  emptyRows,
  JOINT,
  NULL,
  type FixedRows,
  type TitleFields,
} from './fixed-rows.ts';

/** An entity that is deliberately odd, in a way that occurs in IMDb's own files. */
export interface Oddity {
  id: string;
  odd: string;
}

/** Every oddity, by a name for tests. All are in every demo dataset. */
export const ODDITIES = {
  quotedTitle: { id: 'tt0900200', odd: 'title wholly in quotes: "Giliap"' },
  quotedStart: { id: 'tt0900201', odd: 'title that starts with a quoted word: "Foo" and bar' },
  loneQuote: { id: 'tt0900202', odd: 'title with one lone quote' },
  backslashes: { id: 'tt0900203', odd: 'backslashes in the title' },
  nullTitle: {
    id: 'tt0900204',
    odd: 'null in every nullable column of title.basics, both titles included; null lists in title.crew',
  },
  noneTitle: { id: 'tt0900205', odd: 'a title called None' },
  nullWordTitle: { id: 'tt0900206', odd: 'a title called NULL' },
  longTitle: { id: 'tt0900207', odd: 'a title of 480 characters' },
  oldYear: { id: 'tt0900208', odd: 'startYear 987' },
  futureYear: { id: 'tt0900209', odd: 'startYear 2031' },
  adult: { id: 'tt0900210', odd: 'isAdult 1, genre Adult' },
  shiftedAdult: { id: 'tt0900211', odd: 'columns shifted by one: isAdult is 1987' },
  unknownType: { id: 'tt0900212', odd: 'titleType podcastSeries' },
  unknownGenre: { id: 'tt0900213', odd: 'genre Slow-Cinema' },
  unknownCategory: { id: 'tt0900214', odd: 'category stunt_double' },
  pilot: { id: 'tt0900215', odd: 'titleType tvPilot' },
  withoutAka: { id: 'tt0900216', odd: 'no row in title.akas' },
  akaNullTitle: { id: 'tt0900217', odd: 'an aka with a null title, and one with nothing but its title' },
  akaJoined: { id: 'tt0900218', odd: 'types and attributes that are lists joined by the byte 0x02' },
  escapedCharacters: { id: 'tt0900219', odd: 'characters with escaped quotes and a backslash' },
  repeatedPerson: { id: 'tt0900220', odd: 'one person in three rows, two of them of the same category' },
  unorderedCredits: { id: 'tt0900221', odd: '75 principals, not ascending in the file, with gaps' },
  personWithoutName: { id: 'tt0900222', odd: 'a principal (nm0900990) who is not in name.basics' },
  episodeWithoutParent: { id: 'tt0900223', odd: 'an episode whose series (tt0900990) does not exist' },
  episodeOfMovie: { id: 'tt0900224', odd: 'an episode whose parent is a movie' },
  episodeWithoutRow: { id: 'tt0900225', odd: 'a tvEpisode without a row in title.episode' },
  yearSeason: { id: 'tt0900226', odd: 'seasonNumber 2003' },
  hugeEpisode: { id: 'tt0900227', odd: 'episodeNumber 12652' },
  zeroEpisode: { id: 'tt0900228', odd: 'episodeNumber 0' },
  noSeason: { id: 'tt0900229', odd: 'season and episode null together' },
  seasonOnly: { id: 'tt0900230', odd: 'season 3 with episode null' },
  manyDirectors: { id: 'tt0900231', odd: '528 directors, many of them not in name.basics' },
  manyWriters: { id: 'tt0900232', odd: '1,393 writers, many of them not in name.basics' },
  crewDangling: { id: 'tt0900233', odd: 'a director and a writer who are not in name.basics' },
  seriesOfOddEpisodes: { id: 'tt0900234', odd: 'the series of the episodes with odd numbers' },
  videoGame: { id: 'tt0900235', odd: 'titleType videoGame' },
  short: { id: 'tt0900236', odd: 'titleType short' },
  tvMovie: { id: 'tt0900237', odd: 'titleType tvMovie' },
  tvMiniSeries: { id: 'tt0900238', odd: 'titleType tvMiniSeries' },
  tvShort: { id: 'tt0900239', odd: 'titleType tvShort' },
  tvSpecial: { id: 'tt0900240', odd: 'titleType tvSpecial' },
  video: { id: 'tt0900241', odd: 'titleType video' },
  eightDigits: { id: 'tt39000001', odd: 'an id of eight digits, of a movie with one principal' },
  missingTitle: {
    id: 'tt0900991',
    odd: 'not in title.basics, but in crew, akas, ratings, principals and knownForTitles',
  },
  missingPerson: { id: 'nm0900990', odd: 'not in name.basics, but a principal, a director and a writer' },
  nullName: { id: 'nm0900200', odd: 'null in every nullable column of name.basics' },
  emptyProfession: { id: 'nm0900201', odd: 'primaryProfession is the empty string' },
  knownForMissing: { id: 'nm0900202', odd: 'knownForTitles names a title that does not exist' },
  beforeChrist: { id: 'nm0900203', odd: 'death (19) before birth (70): BC' },
  earlyBirth: { id: 'nm0900204', odd: 'born in 450' },
  quotedName: { id: 'nm0900205', odd: 'name with quotes and an apostrophe' },
  eightDigitName: { id: 'nm18000001', odd: 'an id of eight digits' },
  singleName: { id: 'nm0900206', odd: 'a name of one letter' },
} as const satisfies Record<string, Oddity>;

export const MOST_DIRECTORS = 528;
export const MOST_WRITERS = 1393;
export const MOST_PRINCIPALS = 75;

type OddityName = keyof typeof ODDITIES;

/** The rows of the oddities. `someone` returns the id of a generated person by number, for very long crew lists. */
export function oddityRows(someone: (nth: number) => string): FixedRows {
  const rows = emptyRows();
  addOddTitles(rows);
  addOddEpisodes(rows);
  addOddCredits(rows, someone);
  addOddPeople(rows);
  const missing = ODDITIES.missingTitle.id;
  addRating(rows, missing, '6.6', 66);
  addAkas(rows, missing, [['A Title That Was Removed', NULL, NULL, 'original']]);
  return rows;
}

function addOddTitles(rows: FixedRows): void {
  const add = (name: OddityName, fields: TitleFields): void => {
    const { id } = ODDITIES[name];
    addTitle(rows, id, { primary: ODD_NAMES[name] ?? `Odd: ${name}`, start: 1987, genres: 'Drama', ...fields });
    if (fields.primary !== NULL && !WITHOUT_AKAS.has(name)) {
      addAkas(rows, id, [[rows['title.basics'].at(-1)?.[3] ?? NULL, NULL, NULL, 'original']]);
    }
  };
  add('quotedTitle', { primary: '"Giliap"', start: 1975, runtime: 137 });
  add('quotedStart', { primary: '"Foo" and bar' });
  add('loneQuote', { primary: 'The 24" Screen' });
  add('backslashes', { primary: 'C:\\Night\\new \\"Take\\"', original: '\\\\ over \\' });
  add('nullTitle', { primary: NULL, adult: NULL, start: NULL, genres: NULL });
  add('noneTitle', { primary: 'None' });
  add('nullWordTitle', { primary: 'NULL' });
  add('longTitle', { primary: `The ${'Very, '.repeat(76)}Long Title Indeed, Sir`.slice(0, 480).padEnd(480, '!') });
  add('oldYear', { start: 987 });
  add('futureYear', { start: 2031 });
  add('adult', { adult: '1', genres: 'Adult,Drama' });
  add('shiftedAdult', {
    primary: 'Shifted',
    original: '0',
    adult: '1987',
    start: NULL,
    end: '90',
    runtime: 'Drama',
    genres: NULL,
  });
  add('unknownType', { type: 'podcastSeries' });
  add('unknownGenre', { genres: 'Drama,Slow-Cinema' });
  add('unknownCategory', {});
  add('pilot', { type: 'tvPilot', runtime: 31 });
  add('withoutAka', {});
  add('akaNullTitle', {});
  add('akaJoined', {});
  add('escapedCharacters', {});
  add('repeatedPerson', {});
  add('unorderedCredits', {});
  add('personWithoutName', {});
  add('manyDirectors', { type: 'tvSeries' });
  add('manyWriters', { type: 'tvSeries' });
  add('crewDangling', {});
  add('seriesOfOddEpisodes', { type: 'tvSeries', end: 2005 });
  add('eightDigits', { start: 2025 });
  for (const name of ['videoGame', 'short', 'tvMovie', 'tvMiniSeries', 'tvShort', 'tvSpecial', 'video'] as const) {
    add(name, { type: name, primary: `A ${name} for Everyone` });
  }
  addAkas(rows, ODDITIES.akaNullTitle.id, [[NULL, NULL, NULL, 'original'], ['Bare']]);
  addAkas(rows, ODDITIES.akaJoined.id, [
    ['Odd: akaJoined', NULL, NULL, 'original'],
    ['Joined', 'US', 'en', `imdbDisplay${JOINT}tv`, `informal title${JOINT}literal title`],
    ['"Joined" \\ Again', 'DE', NULL, `working${JOINT}dvd${JOINT}festival`],
  ]);
}

const ODD_NAMES: Partial<Record<OddityName, string>> = { withoutAka: 'Known Nowhere Else' };
const WITHOUT_AKAS: ReadonlySet<OddityName> = new Set(['withoutAka', 'akaNullTitle', 'akaJoined'] as const);

function addOddEpisodes(rows: FixedRows): void {
  const series = ODDITIES.seriesOfOddEpisodes.id;
  const add = (name: OddityName, place?: readonly [parent: string, season: string, number: string]): void => {
    const { id } = ODDITIES[name];
    addTitle(rows, id, { type: 'tvEpisode', primary: `Odd: ${name}`, start: 2003, genres: 'Comedy' });
    if (place !== undefined) rows['title.episode'].push([id, ...place]);
  };
  add('episodeWithoutParent', ['tt0900990', '1', '1']);
  add('episodeOfMovie', [IDS.orpheum, '1', '1']);
  add('episodeWithoutRow');
  add('yearSeason', [series, '2003', '4']);
  add('hugeEpisode', [series, '1', '12652']);
  add('zeroEpisode', [series, '1', '0']);
  add('noSeason', [series, NULL, NULL]);
  add('seasonOnly', [series, '3', NULL]);
  // An episode that is missing from title.basics.
  rows['title.episode'].push(['tt0900992', series, '2', '2']);
}

function addOddCredits(rows: FixedRows, someone: (nth: number) => string): void {
  const missing = ODDITIES.missingPerson.id;
  const add = (
    name: OddityName,
    fields: readonly [ordering: number, nconst: string, category: string, characters?: string],
  ): void => {
    const [ordering, nconst, category, characters = NULL] = fields;
    rows['title.principals'].push([ODDITIES[name].id, String(ordering), nconst, category, NULL, characters]);
  };
  const crew = (name: OddityName, directors: string, writers: string): void => {
    rows['title.crew'].push([ODDITIES[name].id, directors, writers]);
  };
  add('unknownCategory', [1, IDS.thorne, 'stunt_double']);
  add('escapedCharacters', [1, IDS.okafor, 'actress', '["Woman - (segment: \\"Fire Woman\\")","A \\\\ B"]']);
  add('escapedCharacters', [2, IDS.haddad, 'actor', '["\\"Doc\\"","O\'Neil"]']);
  add('repeatedPerson', [1, IDS.okafor, 'actress', '["Twin One"]']);
  add('repeatedPerson', [2, IDS.okafor, 'actress', '["Twin Two"]']);
  add('repeatedPerson', [3, IDS.okafor, 'writer']);
  for (let nth = 0; nth < 40; nth += 1) {
    const ordering = nth === 0 ? MOST_PRINCIPALS : nth % 2 === 0 ? nth : nth + 2;
    add('unorderedCredits', [ordering, nth < 3 ? IDS.haddad : someone(nth), 'actor', `["Guest ${nth + 1}"]`]);
  }
  add('personWithoutName', [1, missing, 'actress', '["Nobody"]']);
  add('missingTitle', [1, IDS.haddad, 'actor', '["A Ghost"]']);
  add('eightDigits', [1, ODDITIES.eightDigitName.id, 'director']);
  crew('eightDigits', ODDITIES.eightDigitName.id, NULL);
  crew('nullTitle', NULL, NULL);
  crew('repeatedPerson', NULL, IDS.okafor);
  crew('crewDangling', missing, `${IDS.morikawa},nm0900991`);
  crew('missingTitle', IDS.albrecht, NULL);
  // Titles that are only in title.crew: the real file has about two thousand.
  for (let nth = 993; nth <= 998; nth += 1) rows['title.crew'].push([`tt0900${nth}`, someone(nth), NULL]);
  const crowd = (count: number): string =>
    Array.from({ length: count }, (_, nth) => (nth % 3 === 0 ? `nm${19_000_000 + nth}` : someone(nth))).join(',');
  crew('manyDirectors', crowd(MOST_DIRECTORS), IDS.morikawa);
  crew('manyWriters', IDS.albrecht, crowd(MOST_WRITERS));
}

function addOddPeople(rows: FixedRows): void {
  const add = (name: OddityName, fields: readonly string[]): void => {
    const [primary = NULL, birth = NULL, death = NULL, professions = NULL, known = NULL] = fields;
    rows['name.basics'].push([ODDITIES[name].id, primary, birth, death, professions, known]);
  };
  add('nullName', []);
  add('emptyProfession', ['Wanda Blank', '1950', NULL, '', IDS.orpheum]);
  add('knownForMissing', ['Otto Dangling', NULL, NULL, 'actor', `${ODDITIES.missingTitle.id},${IDS.orpheum}`]);
  add('beforeChrist', ['Publius Maro Fabricius', '70', '19', 'writer']);
  add('earlyBirth', ['Kalidev', '450', NULL, 'writer']);
  add('quotedName', ['Frank "The Fox" O\'Dell', NULL, NULL, 'actor,stunts']);
  add('eightDigitName', ['Zoya Novikova', NULL, NULL, 'director', ODDITIES.eightDigits.id]);
  add('singleName', ['Q', NULL, NULL, 'composer']);
}
