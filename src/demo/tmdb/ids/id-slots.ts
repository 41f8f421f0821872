import { createPermutation } from '../../chance/permutation.ts';

/** Ids below this one belong to the fixed titles, people and collections. */
export const FIRST_GENERATED_ID = 1000;
/** Ids for each slot: the others are ids that TMDB has given to nothing, or has taken away. */
const IDS_PER_SLOT = 1.15;

/** Numbers the things of one kind as TMDB does: in no order that IMDb knows, and with gaps. */
export interface IdSlots {
  /** One more than the highest id. */
  end: number;
  idOf(slot: number): number;
  /** The slot of an id; undefined for an id that has none. */
  slotOf(id: number): number | undefined;
}

/** The ids of `size` slots; `salt` is any unsigned number and gives another order. */
export function createIdSlots(size: number, salt: number): IdSlots {
  const order = createPermutation(Math.ceil(size * IDS_PER_SLOT), salt);
  return {
    end: FIRST_GENERATED_ID + order.size,
    idOf: (slot) => FIRST_GENERATED_ID + order.forward(slot),
    slotOf(id) {
      const place = id - FIRST_GENERATED_ID;
      if (!Number.isInteger(place) || place < 0 || place >= order.size) return undefined;
      const slot = order.back(place);
      return slot < size ? slot : undefined;
    },
  };
}
