/** Counts what each client has at the same time. */
export interface SlotCounts {
  /** Takes a slot and returns what gives it back; undefined if the client has as many as it may. */
  take(key: string): Promise<(() => void) | undefined>;
}

/** Counts in this process. */
export function createSlotCounts({ most }: { most: number }): SlotCounts {
  const taken = new Map<string, number>();

  function release(key: string): void {
    const left = (taken.get(key) ?? 0) - 1;
    if (left <= 0) taken.delete(key);
    else taken.set(key, left);
  }

  return {
    take(key) {
      const count = taken.get(key) ?? 0;
      if (count >= most) return Promise.resolve(undefined);
      taken.set(key, count + 1);
      let isTaken = true;
      return Promise.resolve(() => {
        if (isTaken) release(key);
        isTaken = false;
      });
    },
  };
}
