/** A line of a file; the columns are as IMDb writes them. */
const row = (...columns: string[]): string => columns.join('\t');

const CREW_ID = 1_000_000;
const DIRECTORS = 528;
const WRITERS = 1393;
const crewIds = (count: number): string => Array.from({ length: count }, (_, at) => `nm${CREW_ID + at}`).join(',');

/** The files are in byte order, as IMDb's are: tt10000000 stands before tt9999999. */
export const ODD_LINES = {
  'title.basics': [
    row('tt0000001', 'movie', '"Giliap"', 'The "Foo" and bar', '0', '1975', '\\N', '137', 'Crime,Drama'),
    row('tt0000002', 'movie', '5" Hero', '"', '0', '894', '\\N', '1428', 'Film-Noir'),
    row('tt0000003', 'movie', '\\N', '\\N', '0', '\\N', '\\N', '\\N', '\\N'),
    row('tt0000004', 'movie', '', '', '0', '', '', '', ''),
    row('tt0000005', 'movie', '\\N', 'Only the Original', '0', '\\N', '\\N', '\\N', '\\N'),
    row('tt0000006', 'movie', 'None', 'NULL', '0', '2115', '\\N', '0', 'Short'),
    row('tt0000007', 'tvPodcast', 'C:\\Temp\\new', 'ends with \\', '0', '2020', '\\N', '\\N', 'Anime,Drama'),
    row('tt0000008', 'movie', 'Shifted', 'Shifted', '2014', '\\N', 'Drama', '90', '\\N'),
    row('tt0000009', 'video', 'Adult', 'Adult', '1', '1999', '\\N', '\\N', 'Adult'),
    row('tt0000010', 'tvSeries', 'Numbers', "L'Été à Zürich 日本 😀", '0', '2003', '2004', '\\N', 'News'),
    row('tt0000011', 'tvEpisode', 'Pilot', 'Pilot', '0', '2003', '\\N', '\\N', '\\N'),
    row('tt0000012', 'tvEpisode', 'Daily', 'Daily', '0', '2004', '\\N', '\\N', '\\N'),
    row('tt0000013', 'tvEpisode', 'Nowhere', 'Nowhere', '0', '\\N', '\\N', '\\N', '\\N'),
    row('tt0000014', 'tvEpisode', 'Season Only', 'Season Only', '0', '\\N', '\\N', '\\N', '\\N'),
    row('tt0000015', 'tvEpisode', 'Orphan', 'Orphan', '0', '\\N', '\\N', '\\N', '\\N'),
    row('tt0000016', 'tvEpisode', 'Of a Film', 'Of a Film', '0', '\\N', '\\N', '\\N', '\\N'),
    row('tt0000017', 'tvEpisode', 'Unlisted', 'Unlisted', '0', '\\N', '\\N', '\\N', '\\N'),
    row('tt0000018', 'tvPilot', 'A Pilot by Itself', 'A Pilot by Itself', '0', '2001', '\\N', '\\N', '\\N'),
    row('tt0000019', 'tvMiniSeries', 'No Episodes', 'No Episodes', '0', '2001', '2001', '\\N', '\\N'),
    row('tt10000000', 'short', 'Eight Digits', 'Eight Digits', '0', '2019', '\\N', '3', 'Short'),
    row('tt9999999', 'videoGame', 'Seven Digits', 'Seven Digits', '0', '2019', '\\N', '\\N', '\\N'),
  ],
  'title.akas': [
    row('tt0000001', '10', 'Last', 'DE', '\\N', 'imdbDisplay', '\\N', '0'),
    row('tt0000001', '2', '"Giliap" \\ "x"', 'SE', 'sv', 'imdbDisplay\u0002working', 'short title\u0002dubbed', '0'),
    row('tt0000001', '1', 'The "Foo" and bar', '\\N', '\\N', 'original', '\\N', '1'),
    row('tt0000001', '3', '\\N', 'FR', '\\N', '\\N', '\\N', '0'),
    row('tt0000001', '4', 'Empty', '', '', '', '', '0'),
    row('tt0000001', '5', 'Null', '\\N', '\\N', '\\N', '\\N', '\\N'),
    row('tt0000001', '262', 'Newest Type', 'XWW', 'qbn', 'hologram', '\\N', '0'),
    row('tt7777777', '1', 'Of No Title', 'US', '\\N', '\\N', '\\N', '0'),
  ],
  'title.crew': [
    row('tt0000001', 'nm0000001,nm7777777,nm0000002', 'nm0000002'),
    row('tt0000002', '\\N', ''),
    row('tt0000010', crewIds(DIRECTORS), crewIds(WRITERS)),
    row('tt7777777', 'nm0000001', '\\N'),
  ],
  'title.episode': [
    row('tt0000011', 'tt0000010', '1', '0'),
    row('tt0000012', 'tt0000010', '2003', '12652'),
    row('tt0000013', 'tt0000010', '\\N', '\\N'),
    row('tt0000014', 'tt0000010', '1', '\\N'),
    row('tt0000015', 'tt7777777', '1', '1'),
    row('tt0000016', 'tt0000001', '1', '1'),
    row('tt7777778', 'tt0000010', '1', '2'),
  ],
  'title.principals': [
    row('tt0000001', '75', 'nm0000003', 'choreographer', '\\N', '\\N'),
    row('tt0000001', '2', 'nm0000001', 'actor', '\\N', '["Twin \\"A\\"","C:\\\\x"]'),
    row('tt0000001', '1', 'nm0000001', 'actor', '\\N', '["Twin B"]'),
    row('tt0000001', '4', 'nm0000001', 'director', '', ''),
    row('tt0000001', '3', 'nm7777777', 'actress', '\\N', '["Nobody"]'),
    row('tt0000001', '5', 'nm0000002', 'writer', 'based on "X" by (C:\\y)', '\\N'),
    row('tt0000001', '6', 'nm0000004', 'self', '\\N', 'no JSON'),
    row('tt0000009', '1', 'nm0000001', 'self', '\\N', '["Self"]'),
    row('tt10000000', '1', 'nm10000000', 'casting_director', '\\N', '\\N'),
    row('tt7777777', '1', 'nm0000001', 'actor', '\\N', '["Lost"]'),
  ],
  'title.ratings': [
    row('tt0000001', '7.1', '5'),
    row('tt0000011', '10.0', '2147483647'),
    row('tt7777777', '9.9', '99'),
  ],
  'name.basics': [
    row('nm0000001', '"Weird" Al', '450', '-50', 'actor,soundtrack', 'tt0000001,tt7777777,tt10000000,tt9999999'),
    row('nm0000002', 'Born Later', '1970', '1900', '', '\\N'),
    row('nm0000003', '\\N', '\\N', '\\N', '\\N', ''),
    row('nm0000004', '', '', '', '\\N', '\\N'),
    row('nm10000000', 'Eight Digits', '1990', '\\N', 'hologram_designer', 'tt9999999'),
    ...Array.from({ length: WRITERS }, (_, at) =>
      row(`nm${CREW_ID + at}`, `Crew ${at + 1}`, '\\N', '\\N', '\\N', '\\N'),
    ),
    row('nm9999999', 'None', '\\N', '\\N', '\\N', '\\N'),
  ],
};
