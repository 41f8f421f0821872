import {
  addAkas,
  addCredits,
  addRating,
  addTitle,
  emptyRows,
  JOINT,
  NULL,
  type CreditFields,
  type FixedRows,
} from './fixed-rows.ts';

/** The ids that examples and tests may use at every scale and seed. */
export const IDS = {
  /** The movie "Midnight at the Orpheum" (1994), its sequel (1998) and a remake by other people (2016). */
  orpheum: 'tt0900001',
  orpheumSequel: 'tt0900002',
  orpheumRemake: 'tt0900003',
  /** The series "The Lighthouse Keepers" (2008-2013): five seasons of ten episodes, and one without a number. */
  lighthouse: 'tt0900100',
  firstEpisode: 'tt0900101',
  lastEpisode: 'tt0900150',
  lostReel: 'tt0900151',
  /** Marguerite Vallon, actress: in all of the above but the remake, and in hundreds of generated titles. */
  vallon: 'nm0900001',
  /** Tomás Albrecht, director. */
  albrecht: 'nm0900002',
  /** Ines Okafor, actress. */
  okafor: 'nm0900003',
  /** Kenji Morikawa, writer and composer. */
  morikawa: 'nm0900004',
  /** Other members of the fixed casts. */
  lindqvist: 'nm0900005',
  haddad: 'nm0900006',
  beaumont: 'nm0900007',
  pereira: 'nm0900008',
  novak: 'nm0900009',
  thorne: 'nm0900010',
  castellan: 'nm0900011',
  rosewater: 'nm0900012',
  bright: 'nm0900013',
  marsh: 'nm0900014',
} as const;

const SEASONS = 5;
const EPISODES_PER_SEASON = 10;

const PLACES = ['Harbor', 'Lamp', 'Fog', 'Keeper', 'Signal', 'Storm', 'Stairs', 'Letter', 'Wreck', 'Lens'];
const OPENINGS = ['The First', 'The Broken', 'A Borrowed', 'The Silent', 'The Last'];

/** The rows of the fixed entities, all of them fictitious. */
export function fixedEntityRows(): FixedRows {
  const rows = emptyRows();
  addMovies(rows);
  addSeries(rows);
  addPeople(rows);
  return rows;
}

function addMovies(rows: FixedRows): void {
  const { orpheum, orpheumSequel, orpheumRemake } = IDS;
  const genres = 'Drama,Mystery';
  addTitle(rows, orpheum, { primary: 'Midnight at the Orpheum', start: 1994, runtime: 112, genres });
  addCredits(rows, orpheum, orpheumCredits('Lena Morrow'));
  addRating(rows, orpheum, '8.4', 184_203);
  addAkas(rows, orpheum, [
    ['Midnight at the Orpheum', NULL, NULL, 'original'],
    ['Midnight at the Orpheum', 'US', NULL, 'imdbDisplay'],
    ['The Orpheum Project', 'US', NULL, `working${JOINT}alternative`, `informal title${JOINT}short title`],
    ["Minuit à l'Orphéum", 'FR', NULL, 'imdbDisplay'],
    ['Mitternacht im Orpheum', 'DE', NULL, `imdbDisplay${JOINT}tv`],
    ['オルフェウム座の真夜中', 'JP', 'ja', 'imdbDisplay'],
    ['Medianoche en el Orpheum', 'ES', NULL, 'imdbDisplay'],
    ['Medianoche en el Orpheum', 'MX', 'es', 'dvd'],
    ['Полночь в «Орфеуме»', 'RU', NULL, 'imdbDisplay'],
    ['ऑर्फ़ियम में आधी रात', 'IN', 'hi', NULL, 'literal title'],
  ]);
  addTitle(rows, orpheumSequel, { primary: 'Return to the Orpheum', start: 1998, runtime: 121, genres });
  addCredits(rows, orpheumSequel, orpheumCredits('Lena Morrow-Hale'));
  addRating(rows, orpheumSequel, '7.1', 61_877);
  addAkas(rows, orpheumSequel, [
    ['Return to the Orpheum', NULL, NULL, 'original'],
    ["Retour à l'Orphéum", 'FR', NULL, 'imdbDisplay'],
    ['Rückkehr ins Orpheum', 'DE', NULL, 'imdbDisplay'],
  ]);
  addTitle(rows, orpheumRemake, {
    primary: 'Midnight at the Orpheum',
    start: 2016,
    runtime: 98,
    genres: 'Horror,Mystery,Thriller',
  });
  addCredits(rows, orpheumRemake, [
    { nconst: IDS.bright, category: 'actor', characters: ['The Projectionist'] },
    { nconst: IDS.marsh, category: 'actress', characters: ['Lena'] },
    { nconst: IDS.rosewater, category: 'director' },
    { nconst: IDS.castellan, category: 'writer', job: 'screenplay' },
  ]);
  addRating(rows, orpheumRemake, '5.2', 9_418);
  addAkas(rows, orpheumRemake, [['Midnight at the Orpheum', NULL, NULL, 'original']]);
}

function orpheumCredits(heroine: string): CreditFields[] {
  return [
    { nconst: IDS.vallon, category: 'actress', characters: [heroine] },
    { nconst: IDS.lindqvist, category: 'actor', characters: ['Arthur Quill', 'The Projectionist'] },
    { nconst: IDS.okafor, category: 'actress', characters: ['Celeste "Birdie" Okoro'] },
    { nconst: IDS.haddad, category: 'actor', characters: ['Inspector Rahim'] },
    { nconst: IDS.thorne, category: 'actor', characters: ['The Usher'] },
    { nconst: IDS.albrecht, category: 'director' },
    { nconst: IDS.morikawa, category: 'writer', job: 'written by' },
    { nconst: IDS.castellan, category: 'writer', job: 'story' },
    { nconst: IDS.beaumont, category: 'producer', job: 'producer' },
    { nconst: IDS.morikawa, category: 'composer' },
    { nconst: IDS.pereira, category: 'cinematographer', job: 'director of photography' },
    { nconst: IDS.novak, category: 'editor' },
    { nconst: IDS.rosewater, category: 'production_designer' },
    { nconst: IDS.beaumont, category: 'casting_director' },
  ];
}

function addSeries(rows: FixedRows): void {
  const series = IDS.lighthouse;
  const name = 'The Lighthouse Keepers';
  const genres = 'Crime,Drama,Mystery';
  const cast: CreditFields[] = [
    { nconst: IDS.vallon, category: 'actress', characters: ['Agnes Fairweather'] },
    { nconst: IDS.okafor, category: 'actress', characters: ['Dr. Ada Nwosu'] },
    { nconst: IDS.haddad, category: 'actor', characters: ['Sami Karam'] },
  ];
  addTitle(rows, series, { type: 'tvSeries', primary: name, start: 2008, end: 2013, runtime: 48, genres });
  addCredits(rows, series, [
    ...cast,
    { nconst: IDS.morikawa, category: 'writer', job: 'created by' },
    { nconst: IDS.beaumont, category: 'producer', job: 'executive producer' },
    { nconst: IDS.morikawa, category: 'composer' },
  ]);
  addRating(rows, series, '8.8', 97_310);
  addAkas(rows, series, [
    [name, NULL, NULL, 'original'],
    ['Les Gardiens du phare', 'FR', NULL, 'imdbDisplay'],
    ['Die Leuchtturmwärter', 'DE', NULL, 'imdbDisplay'],
    ['灯台守たち', 'JP', 'ja', 'imdbDisplay'],
  ]);
  for (let nth = 1; nth <= SEASONS * EPISODES_PER_SEASON + 1; nth += 1) {
    const tconst = `tt0900${100 + nth}`;
    const lost = nth > SEASONS * EPISODES_PER_SEASON;
    const season = Math.floor((nth - 1) / EPISODES_PER_SEASON);
    const number = ((nth - 1) % EPISODES_PER_SEASON) + 1;
    const primary = lost ? 'The Lost Reel' : `${OPENINGS[season]} ${PLACES[number - 1]}`;
    addTitle(rows, tconst, {
      type: 'tvEpisode',
      primary,
      start: lost ? NULL : 2008 + season,
      runtime: 44 + (nth % 7),
      genres,
    });
    rows['title.episode'].push([tconst, series, lost ? NULL : String(season + 1), lost ? NULL : String(number)]);
    addCredits(rows, tconst, [
      ...cast,
      { nconst: nth % 2 === 0 ? IDS.thorne : IDS.lindqvist, category: 'actor', characters: ['The Stranger'] },
      { nconst: nth % 3 === 0 ? IDS.albrecht : IDS.pereira, category: 'director' },
      { nconst: IDS.morikawa, category: 'writer', job: 'written by' },
    ]);
    // Every tenth episode is unrated, except the first of a season.
    if (number !== 7 || lost) addRating(rows, tconst, `${7 + (nth % 3)}.${(nth * 7) % 10}`, 900 + ((nth * 379) % 2400));
    addAkas(rows, tconst, [
      [primary, NULL, NULL, 'original'],
      [lost ? primary : `Épisode #${season + 1}.${number}`, 'FR', 'fr'],
    ]);
  }
}

function addPeople(rows: FixedRows): void {
  const { orpheum, orpheumSequel, orpheumRemake, lighthouse } = IDS;
  const add = (
    nconst: string,
    name: string,
    rest: readonly [birth: string, death: string, work: string, known: string[]],
  ): void => {
    const [birth, death, work, known] = rest;
    rows['name.basics'].push([nconst, name, birth, death, work, known.join(',')]);
  };
  const films = [orpheum, orpheumSequel];
  const all = [...films, lighthouse];
  add(IDS.vallon, 'Marguerite Vallon', ['1961', NULL, 'actress,producer,soundtrack', [...all, IDS.lostReel]]);
  add(IDS.albrecht, 'Tomás Albrecht', ['1948', '2019', 'director,writer', [...films, 'tt0900103', 'tt0900106']]);
  add(IDS.okafor, 'Ines Okafor', ['1969', NULL, 'actress', all]);
  add(IDS.morikawa, 'Kenji Morikawa', ['1957', NULL, 'writer,composer', all]);
  add(IDS.lindqvist, 'Åke Lindqvist', ['1940', '2015', 'actor', films]);
  add(IDS.haddad, 'Sami Haddad', ['1966', NULL, 'actor', all]);
  add(IDS.beaumont, 'Élodie Beaumont', [NULL, NULL, 'producer,casting_director', all]);
  add(IDS.pereira, 'João Pereira', [NULL, NULL, 'cinematographer,director', [...films, 'tt0900101', 'tt0900102']]);
  add(IDS.novak, 'Dana Novak', [NULL, NULL, 'editor', films]);
  add(IDS.thorne, 'Rufus Thorne', ['1935', '2014', 'actor', [...films, 'tt0900102', 'tt0900104']]);
  add(IDS.castellan, 'Pia Castellan', [NULL, NULL, 'writer', [orpheum, orpheumSequel, orpheumRemake]]);
  add(IDS.rosewater, 'Joan Rosewater', [NULL, NULL, 'production_designer,director', [...films, orpheumRemake]]);
  add(IDS.bright, 'Toby Bright', ['1988', NULL, 'actor', [orpheumRemake]]);
  add(IDS.marsh, 'Keisha Marsh', ['1991', NULL, 'actress', [orpheumRemake]]);
}
