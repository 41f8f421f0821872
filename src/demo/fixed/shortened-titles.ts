import { addAkas, addRating, addTitle, emptyRows, NULL, type FixedRows } from './fixed-rows.ts';

/** Titles that people type without their article, or with their numbers in another form. All are in every demo dataset. */
export const SHORTENED_TITLES: readonly string[] = [
  ...['Gravelmoor', 'Tin Prophet', 'The Ashmarket'].flatMap((saga) =>
    ['II', 'III', 'IV', 'V', 'VI', 'IX'].map((number) => `${saga} ${number}`),
  ),
  ...['Bellwether Lane', 'Nightcartographer', 'Orsova'].flatMap((saga) =>
    ['2', '3', '4', '5', '8', '10'].map((number) => `${saga} ${number}`),
  ),
  'Marrowgate: Part I',
  'Marrowgate: Part II',
  'Emperor Quillon V',
  'Salt Roads: Episode IV - An Old Tide',
  'The Pitiful Eight',
  '13 Ferrymen',
  '19 Umbrellas in Orsova',
  'Nine Unpaid Organists',
  'Forty Lamplighters',
  'A Weathercock',
  'An Unsent Telegraph',
  'Le Sonneur',
  'La Passerelle',
  'Les Égarés de Brume',
  'Une Horlogère',
  'Der Glockengießer',
  'Die Fährleute',
  'Das Leuchtfass',
  'Ein Kahn nach Osten',
  'El Farero Ciego',
  'Los Relojeros',
  'Las Salineras',
  'Il Campanaro',
  'Lo Specchietto',
  'Gli Orologiai',
  'I Barcaioli',
  'O Faroleiro',
  'Os Relojoeiros',
  'As Salinas',
  'De Klokkenluider',
  'Het Zoutvat',
  'Een Veerman',
  'Den Sista Färjan',
  'Det Blå Magasinet',
  'En Klockare',
  'Ett Saltkar',
  'Az Órásmester',
  'Ο Φαροφύλακας',
];

/** The first of their ids, which have one number after the other. */
export const FIRST_SHORTENED = 900_800;

export function shortenedRows(): FixedRows {
  const rows = emptyRows();
  SHORTENED_TITLES.forEach((title, at) => {
    const id = `tt0${FIRST_SHORTENED + at}`;
    addTitle(rows, id, { primary: title, start: 1950 + at, runtime: 90, genres: 'Drama' });
    addAkas(rows, id, [
      [title, NULL, NULL, 'original'],
      [`Keepsake No. ${at + 1} of Quillon`, 'XWW', 'en', 'imdbDisplay'],
    ]);
    addRating(rows, id, '6.8', 1000 + at);
  });
  return rows;
}
