import type { Limits } from './context.ts';

/**
 * What a field costs, in points of about a microsecond. A field that is there costs 1, one that reads costs its weight,
 * and what is selected of a list counts once for each of its rows.
 */
export interface FieldCost {
  /** To resolve the field once, whatever is selected of it. */
  weight: number;
  /** Of a list, or of a connection. */
  list?: ListSize | undefined;
  /** The argument of a field above whose value it repeats, which costs as it is long. */
  repeats?: string | undefined;
}

/** How many rows a field may have. */
export interface ListSize {
  /** Where no argument says it; undefined is the default page. */
  assumed?: number | undefined;
  /** Arguments that say it, by their number or their length: the first that is given. */
  slicing: readonly string[];
  /** Fields of the connection that have so many rows; empty where the field itself is the list. */
  sized: readonly string[];
  /** The limit beyond which the field is refused, and reads nothing. */
  most?: keyof Limits | undefined;
  /** Rows that it seldom has more of, however many are asked for. */
  atMost?: number | undefined;
}

/** The parts of a cost that a field names. */
export interface CostOptions {
  weight?: number;
  repeats?: string;
  /** The limit of its pages, for a connection. */
  page?: keyof Limits;
  /** Rows that a connection seldom has more of, whatever its page. */
  atMost?: number;
  /** Rows of a list without pages, more or less. */
  rows?: number;
  /** The argument that says how many rows a list has, and its limit; `field` is the list, where it is not this field. */
  rowsBy?: { argument: string; most: keyof Limits; usual?: number; field?: string };
}

/** The default page, as the descriptions and the SDL name it. */
const USUAL_PAGE = 20;

/**
 * The cost of a field as its `extensions`: for the server, and as the directives of IBM's cost specification, which
 * clients read in the SDL.
 */
export function costs(options: CostOptions) {
  const { weight = 1, repeats } = options;
  const list = listOf(options);
  const cost: FieldCost = { weight, list, repeats };
  return { cost, directives: { ...(weight !== 1 && { cost: { weight: String(weight) } }), ...(list && sizeOf(list)) } };
}

function listOf({ page, atMost, rows, rowsBy }: CostOptions): ListSize | undefined {
  if (page !== undefined) return { slicing: ['first', 'last'], sized: ['edges', 'nodes'], most: page, atMost };
  if (rows !== undefined) return { assumed: rows, slicing: [], sized: [] };
  if (rowsBy === undefined) return undefined;
  const { argument, most, usual, field } = rowsBy;
  return { assumed: usual, slicing: [argument], sized: field === undefined ? [] : [field], most };
}

function sizeOf({ assumed = USUAL_PAGE, slicing, sized }: ListSize) {
  return {
    listSize: {
      assumedSize: assumed,
      ...(slicing.length > 0 && { slicingArguments: slicing, requireOneSlicingArgument: false }),
      ...(sized.length > 0 && { sizedFields: sized }),
    },
  };
}
