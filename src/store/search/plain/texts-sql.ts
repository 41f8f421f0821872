/** A word of a query as the postings are asked for it. */
export interface Slice {
  /** A condition on `word`. */
  words: string;
  /** How often they stand in texts. */
  texts: number;
  /** The SQL of an integer whose bits tell what is true of this word and its place in a text; all are, where it is missing. */
  marks?: string;
  /** Marks of a text that has it not, where a text need not have it. */
  without?: number;
}

/** Every bit that marks may have. */
const ALL_MARKS = 127;

/**
 * No word stands so often in its texts that more rows than these have it. DuckDB takes the side of a join that it
 * expects to be smaller to look the other up in, and knows of words only how many there are: a limit that nothing
 * reaches tells it, and so does a range, of which it expects more than of one number.
 */
function mostRows({ texts }: Slice): number {
  return 16 * texts + 1000;
}

/**
 * Texts that have all words, as rows of `rank, text, marks`: those marks that all words have. The rarest word is looked
 * up, and filtered; each of the others is looked for in what is left. A text in which a word stands more than once, or
 * several words fit, has several rows, or one with `grouped`: with the marks of any of these.
 */
export function textsWith(
  slices: readonly Slice[],
  { where, filter, grouped = false }: { where: string; filter: string; grouped?: boolean },
): string {
  const driver = rarest(slices.filter(({ without }) => without === undefined));
  const others = slices.filter((slice) => slice !== driver).toSorted((one, other) => one.texts - other.texts);
  const few = others.length === 0 ? '' : `LIMIT ${mostRows(driver)}`;
  let texts = `SELECT rank, text, (${driver.marks ?? ALL_MARKS})::UTINYINT AS marks FROM search_postings
    WHERE ${where} AND ${driver.words} AND ${filter} ${few}`;
  others.forEach(({ words, marks, without }, at) => {
    // Between joins always: words that stand often would multiply.
    if (at > 0) texts = `${grouping(texts)} ${few}`;
    // Behind the join, which leaves few rows to look at.
    const more = without === undefined ? marks : `CASE WHEN word IS NULL THEN ${without} ELSE ${marks} END`;
    texts = `SELECT rank, text, (marks & ${more === undefined ? ALL_MARKS : `(${more})`})::UTINYINT AS marks
      FROM (${texts}) ${without === undefined ? '' : 'LEFT '}JOIN (
        SELECT rank, text, word, place, words, startYear FROM search_postings WHERE ${where} AND ${words}
      ) USING (rank, text)`;
  });
  return grouped ? grouping(texts) : texts;
}

function grouping(texts: string): string {
  return `SELECT rank, text, bit_or(marks) AS marks FROM (${texts}) GROUP BY rank, text`;
}

/** The word to look up: the one in the fewest texts. */
export function rarest<Word extends { texts: number }>(words: readonly Word[]): Word {
  return words.reduce((least, word) => (word.texts < least.texts ? word : least));
}
