import { KeySet } from '../../../formats/adjacency/key-set.ts';
import type { CreditEdges, NodeKind } from './credit-edges.ts';

const NONE = new KeySet([]);

/** The ids at 0, 1, 2 … hops from a person: of people at even ones, of titles at odd ones. */
export class Levels {
  readonly #edges: CreditEdges;
  readonly #via: KeySet | undefined;
  readonly #levels: KeySet[];

  /** `via` has the titles that may be reached; all if not given. */
  constructor(edges: CreditEdges, { person, via }: { person: number; via?: KeySet | undefined }) {
    this.#edges = edges;
    this.#via = via;
    this.#levels = [KeySet.of([person])];
  }

  static kindAt(hop: number): NodeKind {
    return hop % 2 === 0 ? 'people' : 'titles';
  }

  /** Hops of the last level. */
  get depth(): number {
    return this.#levels.length - 1;
  }

  get last(): KeySet {
    return this.at(this.depth);
  }

  at(hop: number): KeySet {
    return this.#levels[hop] ?? NONE;
  }

  /** Adds a level and answers with it. An edge leads one level on, or one back. */
  async expand(): Promise<KeySet> {
    const kind = Levels.kindAt(this.depth);
    const reached = (await this.#edges.behind(kind, this.last)).without(this.at(this.depth - 1));
    const level = kind === 'people' && this.#via !== undefined ? reached.and(this.#via) : reached;
    this.#levels.push(level);
    return level;
  }
}
