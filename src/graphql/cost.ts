import type { Limits } from './context.ts';

/**
 * What a field costs, in points of about a microsecond. A field that is there costs 1, one that reads costs its weight,
 * and what is selected of a list counts once for each of its rows.
 */
export interface FieldCost {
  /** To resolve the field once. */
  weight: number;
  /** Of a list, or of a connection. */
  list?: ListSize | undefined;
}

/** How many rows a field may have. */
export interface ListSize {
  /** Where no argument says it; undefined is the default page. */
  assumed?: number | undefined;
  /** Arguments that say it, by a number or by their own length: the first that is given. */
  slicing: readonly string[];
  /** Fields of the connection that have so many rows; where there are none, the field itself has. */
  sized: readonly string[];
  /** The limit beyond which the field is refused, and reads nothing. */
  most?: keyof Limits | undefined;
}

const SLICING = ['first', 'last'];
const ROWS = ['edges', 'nodes'];

/** A field that reads, or a leaf that is dear. */
export function weighs(weight: number) {
  return extensionsOf({ weight });
}

/** A connection whose page is at most as large as the limit says. */
export function pageOf(most: keyof Limits, weight: number) {
  return extensionsOf({ weight, list: { slicing: SLICING, sized: ROWS, most } });
}

/** A list without pages, of so many items more or less, or as many as an argument says. */
export function listOf(
  assumed: number | undefined,
  { weight = 1, slicing = [], most }: { weight?: number; slicing?: readonly string[]; most?: keyof Limits } = {},
) {
  return extensionsOf({ weight, list: { assumed, slicing, sized: [], most } });
}

/** The default page, as the descriptions and the SDL name it. */
const USUAL_PAGE = 20;

/** For the server, and as the directives of IBM's cost specification, which clients read in the SDL. */
function extensionsOf(cost: FieldCost) {
  const { weight, list } = cost;
  return {
    cost,
    directives: {
      ...(weight === 1 ? {} : { cost: { weight: String(weight) } }),
      ...(list && {
        listSize: {
          assumedSize: list.assumed ?? USUAL_PAGE,
          ...(list.slicing.length > 0 && { slicingArguments: [...list.slicing], requireOneSlicingArgument: false }),
          ...(list.sized.length > 0 && { sizedFields: [...list.sized] }),
        },
      }),
    },
  };
}
