import type { Limits } from './context.ts';

/**
 * Cost of a field in points of about a microsecond: 1 for a value at hand, the weight for a field that reads. The cost
 * of a selection on a list is multiplied by the number of rows.
 */
export interface FieldCost {
  /** Points for resolving the field once, without its selection. */
  weight: number;
  /** Number of rows, for a list or a connection. */
  list?: ListSize | undefined;
  /** Argument of a parent field whose value the field repeats; its length adds to the cost. */
  repeats?: string | undefined;
  /** Points more where an argument makes the field read more. */
  dearer?: Dearer | undefined;
  /** Argument with a filter of titles, whose `ids` are looked up each. */
  listed?: string | undefined;
}

export interface Dearer {
  argument: string;
  /** The value for which it does; any, where it is not given. */
  value?: unknown;
  weight: number;
}

/** Number of rows that a field may have. */
export interface ListSize {
  /** Rows if no slicing argument is given; undefined is the default page. */
  assumed?: number | undefined;
  /** Arguments whose value or length is the number of rows; the first that is given is used. */
  slicing: readonly string[];
  /** Fields of the connection that have this number of rows; empty if the field itself is the list. */
  sized: readonly string[];
  /** Limit above which the field is refused without reading. */
  most?: keyof Limits | undefined;
  /** Rows that the field seldom exceeds, however many are requested. */
  atMost?: number | undefined;
}

/** Arguments of `costs`. */
export interface CostOptions {
  weight?: number;
  repeats?: string;
  dearer?: Dearer;
  listed?: string;
  /** Limit of a page, for a connection. */
  page?: keyof Limits;
  /** Rows that a connection seldom exceeds, whatever the page. */
  atMost?: number;
  /** Approximate number of rows of a list without pages. */
  rows?: number;
  /** Argument that determines the number of rows, and its limit; `field` is the list if it is not this field. */
  rowsBy?: { argument: string; most: keyof Limits; usual?: number; field?: string };
}

/** Default page size in the descriptions and the SDL. */
const USUAL_PAGE = 20;

/**
 * Cost of a field as its `extensions`: for the server, and as the directives of IBM's cost specification, which
 * clients read in the SDL.
 */
export function costs(options: CostOptions) {
  const { weight = 1, repeats, dearer, listed } = options;
  const list = listOf(options);
  const cost: FieldCost = { weight, list, repeats, dearer, listed };
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
