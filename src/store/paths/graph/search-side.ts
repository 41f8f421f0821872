import type { Adjacency } from '../../../formats/adjacency/adjacency.ts';
import { categoryOf, targetOf } from '../../../formats/adjacency/layout.ts';
import { IntList } from './int-list.ts';
import type { ChainRequest } from './shortest-chains.ts';

/** Above the depth of a node, that it lies on a shortest way. */
const MARK = 0x80;

/**
 * One side of a search: how deep each person and title lies from where it began, one byte each. People are at even depths,
 * titles at odd ones. It is cleared after a search and used again.
 */
export class SearchSide {
  /** One more than the depth; 0 for what was not reached. */
  readonly #seen: { people: Uint8Array; titles: Uint8Array };
  #levels: Int32Array[] = [];

  constructor({ people, titles }: Adjacency) {
    this.#seen = { people: new Uint8Array(people.ids.length), titles: new Uint8Array(titles.ids.length) };
  }

  static kindAt(depth: number): 'people' | 'titles' {
    return depth % 2 === 0 ? 'people' : 'titles';
  }

  /** Of the last level. */
  get depth(): number {
    return this.#levels.length - 1;
  }

  begin(person: number): void {
    this.#seen.people[person] = 1;
    this.#levels = [Int32Array.of(person)];
  }

  isAt(depth: number, node: number): boolean {
    return this.#seen[SearchSide.kindAt(depth)][node] === depth + 1;
  }

  mark(depth: number, node: number): void {
    this.#seen[SearchSide.kindAt(depth)][node] = (depth + 1) | MARK;
  }

  isMarked(depth: number, node: number): boolean {
    return this.#seen[SearchSide.kindAt(depth)][node] === ((depth + 1) | MARK);
  }

  /** The edges of the last level, which the next one reads; 0 where there is none. */
  cost(graph: Adjacency): number {
    const lists = graph[SearchSide.kindAt(this.depth)];
    let edges = 0;
    for (const node of this.#last()) edges += lists.lengthOf(node);
    return edges;
  }

  /** Adds a level. Answers with the nodes of it that the other side has reached. */
  expand(
    graph: Adjacency,
    {
      categories,
      via,
      other,
      goOn,
    }: Pick<ChainRequest, 'categories' | 'via'> & { other: SearchSide; goOn: () => void },
  ): Int32Array {
    const { depth } = this;
    const [lists, kind] = [graph[SearchSide.kindAt(depth)], SearchSide.kindAt(depth + 1)];
    const [seen, seenByOther] = [this.#seen[kind], other.#seen[kind]];
    const allowed = kind === 'titles' ? via : undefined;
    const { ids } = graph[kind];
    const [level, meeting] = [new IntList(), new IntList()];
    for (const node of this.#last()) {
      goOn();
      for (const edge of lists.of(node)) {
        const target = targetOf(edge);
        if (seen[target] !== 0 || ((categories >> categoryOf(edge)) & 1) === 0) continue;
        if (allowed !== undefined && !allowed.has(ids[target] ?? 0)) continue;
        seen[target] = depth + 2;
        level.push(target);
        if (seenByOther[target] !== 0) meeting.push(target);
      }
    }
    this.#levels.push(level.sorted());
    return meeting.sorted();
  }

  /** Forgets what it has reached. */
  clear(): void {
    for (const [depth, level] of this.#levels.entries()) {
      const seen = this.#seen[SearchSide.kindAt(depth)];
      for (const node of level) seen[node] = 0;
    }
    this.#levels = [];
  }

  #last(): Int32Array {
    return this.#levels.at(-1) ?? new Int32Array();
  }
}
