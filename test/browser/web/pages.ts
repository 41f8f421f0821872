/** A page of the app, and how one knows that it is whole. */
export interface WebPage {
  /** For the names of tests and pictures. */
  name: string;
  path: string;
  /** Title of the browser's window, before ` · marquee`. */
  title: string;
  heading: string;
  /** Texts of the page, each in one place at least. */
  holds: readonly string[];
}

/** Every kind of page, with things of the demo data. */
export const PAGES: readonly WebPage[] = [
  {
    name: 'home',
    path: '/',
    title: 'Films, series, people',
    heading: 'marquee: films, series and the people who made them',
    holds: ['A random pick', 'Top rated movies', 'Top rated series', 'Most voted', 'Since the last build', 'Genres'],
  },
  {
    name: 'movie',
    path: '/title/tt0900001',
    title: 'Midnight at the Orpheum',
    heading: 'Midnight at the Orpheum',
    holds: ['Directed by', 'Similar titles', 'Cast'],
  },
  {
    name: 'series',
    path: '/title/tt0900100',
    title: 'The Lighthouse Keepers',
    heading: 'The Lighthouse Keepers',
    holds: ['Ratings', 'Episodes', 'Best'],
  },
  {
    name: 'episode',
    path: '/title/tt0900101',
    title: 'The First Harbor',
    heading: 'The First Harbor',
    holds: ['The Lighthouse Keepers', 'S1 E1', 'The First Lamp'],
  },
  {
    name: 'person',
    path: '/person/nm0900001',
    title: 'Marguerite Vallon',
    heading: 'Marguerite Vallon',
    holds: ['Known for', 'Timeline', 'Filmography', 'In numbers', 'Collaborators', 'Degrees'],
  },
  {
    name: 'search',
    path: '/search?q=midnight',
    title: 'midnight – search',
    heading: '“midnight”',
    holds: ['Midnight at the Orpheum'],
  },
  {
    name: 'browse',
    path: '/search?genre=drama',
    title: 'All titles',
    heading: 'All titles',
    holds: ['Drama', 'Years', 'Rating', 'Votes'],
  },
  { name: 'genre', path: '/genre/drama', title: 'Drama', heading: 'Drama', holds: [] },
  { name: 'year', path: '/year/2014', title: 'Titles of 2014', heading: '2014', holds: [] },
  {
    name: 'chart',
    path: '/chart/top-rated-movies',
    title: 'Top rated movies',
    heading: 'Top rated movies',
    holds: ['How the chart is made'],
  },
  { name: 'career', path: '/career/director', title: 'Directors: careers', heading: 'Directors', holds: [] },
  {
    name: 'dataset',
    path: '/dataset',
    title: 'The data',
    heading: 'The data',
    holds: ['Changes', 'Files of IMDb', 'Tables'],
  },
  {
    name: 'paths',
    path: '/path',
    title: 'How people are connected',
    heading: 'How people are connected',
    holds: ['For example'],
  },
  {
    name: 'path',
    path: '/path?from=nm0900001&to=nm0900004',
    title: 'From Marguerite Vallon to Kenji Morikawa',
    heading: 'From Marguerite Vallon to Kenji Morikawa',
    holds: ['1 step', 'Other ways of the same length'],
  },
  {
    name: 'compare',
    path: '/compare?a=tt0900001&b=tt0900100',
    title: 'Midnight at the Orpheum and The Lighthouse Keepers',
    heading: 'Midnight at the Orpheum and The Lighthouse Keepers',
    holds: ['Similarity', 'People in common'],
  },
  {
    name: 'compare-people',
    path: '/compare?a=nm0900001&b=nm0900004',
    title: 'Marguerite Vallon and Kenji Morikawa',
    heading: 'Marguerite Vallon and Kenji Morikawa',
    holds: ['Titles in common'],
  },
];
