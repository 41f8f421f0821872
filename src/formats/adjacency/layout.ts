import type { Counts, PagedFormat } from '../paged-layout.ts';
import { aligned } from '../paged-layout.ts';

/**
 * `lookup/credit_graph.adjacency`: who is credited on what, both ways, as a graph of people and titles. Both are numbered
 * from 0 in the order of their ids; those that other files do not name have a number too.
 *
 * A file in pages, see paged-layout.ts, with these sections of 4-byte numbers:
 * - people: the id of each person, ascending;
 * - titles: the id of each title, ascending;
 * - people's begins: for each person, the place of the first of their edges; and one more, the number of edges;
 * - titles' begins: the same of titles;
 * - people's edges: for each person, the titles that they are credited on;
 * - titles' edges: for each title, the people who are credited on it.
 *
 * An edge is the number of the other end above the category in 4 bits (see dataset/indexes/credit-graph.ts), ascending in each list, none twice. Differences of
 * neighbouring edges as varints would take as much: lists are short, and their numbers far apart.
 */
export const ADJACENCY_FORMAT: PagedFormat<keyof AdjacencySize> = {
  name: 'a graph of credits',
  magic: 'MARQADJ1',
  counts: ['people', 'titles', 'edges'],
  bytesOf: (counts) => sectionsOf(counts).end,
};

/** How much of what a file holds. Both ways have as many edges. */
export interface AdjacencySize {
  people: number;
  titles: number;
  edges: number;
}

export const NUMBER_BYTES = 4;

/** Where the sections begin, and their end. */
export function sectionsOf({ people, titles, edges }: Counts<keyof AdjacencySize>) {
  const titleIds = aligned(NUMBER_BYTES * people);
  const peopleBegins = aligned(titleIds + NUMBER_BYTES * titles);
  const titlesBegins = aligned(peopleBegins + NUMBER_BYTES * (people + 1));
  const peopleEdges = aligned(titlesBegins + NUMBER_BYTES * (titles + 1));
  const titlesEdges = aligned(peopleEdges + NUMBER_BYTES * edges);
  const end = titlesEdges + NUMBER_BYTES * edges;
  return { people: 0, titles: titleIds, peopleBegins, titlesBegins, peopleEdges, titlesEdges, end };
}

const CATEGORY_BITS = 4;
export const MOST_NODES = 2 ** (32 - CATEGORY_BITS);

/** An edge to the person or title of a number. */
export function edgeOf(target: number, category: number): number {
  return ((target << CATEGORY_BITS) | category) >>> 0;
}

export const targetOf = (edge: number): number => edge >>> CATEGORY_BITS;
export const categoryOf = (edge: number): number => edge & ((1 << CATEGORY_BITS) - 1);
