import { finishPages, writeAt } from '../page-sums.ts';
import { ADJACENCY_FORMAT, edgeOf, MOST_NODES, NUMBER_BYTES, sectionsOf } from './layout.ts';
import type { KeySet } from './key-set.ts';

/** Edges in memory before they are written. */
const BUFFERED = 1 << 18;

/** Adds an edge: from a key, to a key, of a category. Those from one key follow each other, the keys ascending. */
export type AddEdge = (from: number, to: number, category: number) => void;

/** Writes a graph of credits, see layout.ts, to a file that is open for reading, too: all edges of people, then all of titles. */
export class AdjacencyWriter {
  readonly #file: number;
  readonly #people: KeySet;
  readonly #titles: KeySet;
  #ofPeople: ListsWriter | undefined;
  #ofTitles: ListsWriter | undefined;

  /** @throws Error for more people or titles than have numbers. */
  constructor(file: number, { people, titles }: { people: KeySet; titles: KeySet }) {
    if (Math.max(people.size, titles.size) > MOST_NODES)
      throw new Error(`${people.size} people and ${titles.size} titles are more than ${MOST_NODES}`);
    this.#file = file;
    this.#people = people;
    this.#titles = titles;
  }

  beginPeople(): AddEdge {
    const [from, to] = [this.#people, this.#titles];
    const lists = new ListsWriter(this.#file, { from, to, at: this.#sections(0).peopleEdges });
    this.#ofPeople = lists;
    return (person, title, category) => lists.add(person, title, category);
  }

  beginTitles(): AddEdge {
    const edges = this.#ofPeople?.end() ?? 0;
    const [from, to] = [this.#titles, this.#people];
    const lists = new ListsWriter(this.#file, { from, to, at: this.#sections(edges).titlesEdges });
    this.#ofTitles = lists;
    return (title, person, category) => lists.add(title, person, category);
  }

  /** Answers with the number of edges. @throws Error where the two ways have different ones. */
  end(): number {
    const [ofPeople, ofTitles] = [this.#ofPeople, this.#ofTitles];
    if (ofPeople === undefined || ofTitles === undefined) throw new Error('there are no edges of people or of titles');
    const edges = ofPeople.end();
    if (ofTitles.end() !== edges) throw new Error(`people have ${edges} edges, titles have ${ofTitles.end()}`);
    const at = this.#sections(edges);
    writeAt(this.#file, { numbers: this.#people.keys(), at: at.people });
    writeAt(this.#file, { numbers: this.#titles.keys(), at: at.titles });
    writeAt(this.#file, { numbers: ofPeople.begins, at: at.peopleBegins });
    writeAt(this.#file, { numbers: ofTitles.begins, at: at.titlesBegins });
    finishPages(this.#file, { format: ADJACENCY_FORMAT, counts: this.#counts(edges) });
    return edges;
  }

  #counts(edges: number) {
    return { people: this.#people.size, titles: this.#titles.size, edges };
  }

  #sections(edges: number) {
    return sectionsOf(this.#counts(edges));
  }
}

/** Writes the lists of one way, of which only the places where they begin stay in memory. */
class ListsWriter {
  readonly begins: Uint32Array;
  readonly #file: number;
  readonly #from: KeySet;
  readonly #to: KeySet;
  readonly #at: number;
  readonly #buffer = new Uint32Array(BUFFERED);
  #buffered = 0;
  #written = 0;
  #list = new Uint32Array(64);
  #length = 0;
  #key = -1;
  #lists = 0;

  constructor(file: number, { from, to, at }: { from: KeySet; to: KeySet; at: number }) {
    this.#file = file;
    this.#from = from;
    this.#to = to;
    this.#at = at;
    this.begins = new Uint32Array(from.size + 1);
  }

  add(from: number, to: number, category: number): void {
    if (from !== this.#key) this.#begin(from);
    if (this.#length === this.#list.length) {
      const longer = new Uint32Array(2 * this.#length);
      longer.set(this.#list);
      this.#list = longer;
    }
    this.#list[this.#length] = edgeOf(this.#to.indexOf(to), category);
    this.#length += 1;
  }

  /** Answers with the number of edges. May be called again. @throws Error where keys had no edges. */
  end(): number {
    this.#endList();
    this.#flush();
    if (this.#lists !== this.#from.size) throw new Error(`${this.#lists} lists of ${this.#from.size} were added`);
    this.begins[this.#lists] = this.#written;
    return this.#written;
  }

  #begin(key: number): void {
    this.#endList();
    if (this.#from.indexOf(key) !== this.#lists || !this.#from.has(key))
      throw new Error(`key ${key} is not in its order`);
    this.#key = key;
    this.begins[this.#lists] = this.#written + this.#buffered;
    this.#lists += 1;
  }

  #endList(): void {
    const list = sorted(this.#list, this.#length);
    let last = -1;
    for (const edge of list) {
      if (edge === last) continue;
      last = edge;
      if (this.#buffered === BUFFERED) this.#flush();
      this.#buffer[this.#buffered] = edge;
      this.#buffered += 1;
    }
    this.#length = 0;
  }

  #flush(): void {
    if (this.#buffered === 0) return;
    const numbers = this.#buffer.subarray(0, this.#buffered);
    writeAt(this.#file, { numbers, at: this.#at + NUMBER_BYTES * this.#written });
    this.#written += this.#buffered;
    this.#buffered = 0;
  }
}

/** Lists of more are sorted by the library, which is slow to begin. */
const FEW = 40;

/** The first numbers of a list, sorted in their place: most lists are short, and in order already. */
function sorted(list: Uint32Array, length: number): Uint32Array {
  const part = list.subarray(0, length);
  if (length > FEW) return part.sort();
  for (let next = 1; next < length; next += 1) {
    const number = part[next] ?? 0;
    let at = next;
    for (; at > 0 && (part[at - 1] ?? 0) > number; at -= 1) part[at] = part[at - 1] ?? 0;
    part[at] = number;
  }
  return part;
}
