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
];
