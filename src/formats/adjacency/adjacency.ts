import { openPagedFile } from '../paged-file.ts';
import type { OpenPagedOptions, PagedFile } from '../paged-file.ts';
import { ADJACENCY_FORMAT, NUMBER_BYTES, sectionsOf } from './layout.ts';
import type { AdjacencySize } from './layout.ts';

/** An open graph of credits, see layout.ts. Ids and begins are in memory, 8 bytes for each node; edges are read by the page. */
export interface Adjacency {
  people: EdgeLists;
  titles: EdgeLists;
  /** Does work on what it reads. @throws DamagedPages where a page is damaged. */
  guarded: <T>(work: () => T) => T;
  close(): void;
}

/** The edges of one kind of node, which lead to nodes of the other kind. */
export interface EdgeLists {
  /** Ids by number, ascending. */
  ids: Int32Array;
  /** The number of an id; -1 where it has no edges. */
  indexOf(id: number): number;
  /** How many edges a node has. */
  lengthOf(node: number): number;
  /** The edges of a node, until the next call. `ahead` is for a walk over most nodes in their order. */
  of(node: number, ahead?: boolean): Uint32Array;
}

/** Edges that are read at once by a walk. */
const AHEAD = 1 << 16;

/** @throws Error where it is not the whole file that the manifest names. */
export function openAdjacency(path: string, options: OpenPagedOptions): Adjacency {
  const file = openPagedFile(path, { ...options, format: ADJACENCY_FORMAT });
  try {
    const { counts, guarded, close } = file;
    const at = sectionsOf(counts);
    const { edges } = counts;
    const people = { nodes: counts.people, ids: at.people, begins: at.peopleBegins, edges, at: at.peopleEdges };
    const titles = { nodes: counts.titles, ids: at.titles, begins: at.titlesBegins, edges, at: at.titlesEdges };
    return { people: edgeLists(file, people), titles: edgeLists(file, titles), guarded, close };
  } catch (error) {
    file.close();
    throw error;
  }
}

/**
 * Reads the footer, the sums and the first page of a file, which takes a millisecond.
 * @throws Error where they are not those of the file that the manifest names.
 */
export function checkAdjacencyOpens(path: string, bytes: number | undefined): void {
  const { counts, pages, guarded, close } = openPagedFile(path, {
    format: ADJACENCY_FORMAT,
    bytes,
    onDamage: () => undefined,
  });
  try {
    if (counts.people > 0) guarded(() => pages.read(0, new Uint8Array(NUMBER_BYTES)));
  } finally {
    close();
  }
}

function edgeLists(
  { pages }: PagedFile<keyof AdjacencySize>,
  { nodes, edges, ...at }: { nodes: number; edges: number; ids: number; begins: number; at: number },
): EdgeLists {
  const [ids, begins] = [new Int32Array(nodes), new Uint32Array(nodes + 1)];
  pages.read(at.ids, new Uint8Array(ids.buffer));
  pages.read(at.begins, new Uint8Array(begins.buffer));
  let buffer = new Uint32Array(AHEAD);
  /** Which edges are in the buffer. */
  let [first, end] = [0, 0];

  function read(from: number, to: number): void {
    if (to - from > buffer.length) buffer = new Uint32Array(2 * (to - from));
    end = from;
    pages.read(at.at + NUMBER_BYTES * from, new Uint8Array(buffer.buffer, 0, NUMBER_BYTES * (to - from)));
    [first, end] = [from, to];
  }

  return {
    ids,
    indexOf(id) {
      let [low, high] = [0, nodes];
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((ids[middle] ?? 0) < id) low = middle + 1;
        else high = middle;
      }
      return ids[low] === id ? low : -1;
    },
    lengthOf: (node) => (begins[node + 1] ?? 0) - (begins[node] ?? 0),
    of(node, ahead = false) {
      const [from, to] = [begins[node] ?? 0, begins[node + 1] ?? 0];
      if (from > to || to > edges) throw new Error(`there are no edges ${from} to ${to}`);
      if (from < first || to > end) read(from, ahead ? Math.max(to, Math.min(from + AHEAD, edges)) : to);
      return buffer.subarray(from - first, to - first);
    },
  };
}
