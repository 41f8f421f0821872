/** Values of TMDB's answers that are not what TMDB says they are, and became null: by the column that lost them. */
export interface OddValues {
  /** Counts a value. `column` is `<file>.<column>`, such as `tmdb.titles.runtimeMinutes`. */
  add(column: string, value: unknown): void;
  /** In the order of the columns' names. */
  counts(): OddColumn[];
}

export interface OddColumn {
  column: string;
  values: number;
  /** The first of them as JSON, shortened. */
  sample: string;
}

const MOST_CHARACTERS = 80;

export function createOddValues(): OddValues {
  const columns = new Map<string, { values: number; sample: string }>();
  return {
    add(column, value) {
      const known = columns.get(column);
      if (known === undefined) columns.set(column, { values: 1, sample: sampleOf(value) });
      else known.values += 1;
    },
    counts: () =>
      [...columns]
        .map(([column, { values, sample }]) => ({ column, values, sample }))
        .sort((a, b) => (a.column < b.column ? -1 : 1)),
  };
}

function sampleOf(value: unknown): string {
  const text = JSON.stringify(value) ?? 'undefined';
  return text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS - 1)}…` : text;
}
