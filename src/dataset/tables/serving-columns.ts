import { CHANGE_COLUMNS } from './changes.ts';
import { CANONICAL_COLUMNS } from './canonical-columns.ts';
import type { ColumnType, TableColumn } from './column.ts';
import type { CanonicalTableName, ServingTableName } from './table-names.ts';

const TITLE_SUMMARY: readonly TableColumn[] = [
  ...from('titles'),
  ...optional(from('ratings', ['averageRating', 'numVotes'])),
  ...optional(from('episodes', ['parentTconst', 'seasonNumber', 'episodeNumber'])),
];

/** The columns of the serving tables. Those of other tables are nullable where an outer join brings them. */
export const SERVING_COLUMNS: Record<ServingTableName, readonly TableColumn[]> = {
  title_cards: TITLE_SUMMARY,
  person_cards: [
    ...from('names'),
    made('credits', 'INTEGER', 'The number of credits.'),
    made('adultCredits', 'INTEGER', 'The number of credits on adult titles.'),
  ],
  credits_by_person: [
    ...from('principals', ['nconst', 'tconst', 'ordering', 'category', 'characters']),
    ...optional(from('titles', ['titleType', 'startYear'])),
  ],
  episodes_by_series: TITLE_SUMMARY.map((column) => (column.name === 'parentTconst' ? given(column) : column)),
  ratings_before: from('ratings'),
  changes: CHANGE_COLUMNS,
  search_entities: [
    made('rank', 'INTEGER', 'The doc id: the place in the order of popularity, from 0.'),
    made('person', 'BOOLEAN', 'Whether it is a person, not a title.'),
    made('id', 'INTEGER', 'The id of the title or the person, as a number.'),
    ...optional(from('titles', ['titleType', 'isAdult', 'startYear'])),
  ],
  search_texts: [
    made('person', 'BOOLEAN', 'Whether it is the name of a person, not a title.'),
    made('id', 'INTEGER', 'The id of the title or the person, as a number.'),
    made('matchedOn', 'VARCHAR', 'What the text is: PRIMARY, ORIGINAL, AKA or NAME.'),
    made('ordering', 'INTEGER', 'The ordering of an alternative title among those of its title; else 0.'),
    made(
      'reading',
      'INTEGER',
      'The number of the reading: 0 is the text as it is folded, others join words or keep "&".',
    ),
    ...from('akas', ['region']),
    made('folded', 'VARCHAR', 'The text, folded: compatible letters, without case, accents and apostrophes.'),
  ],
  search_words: [
    made('text', 'VARCHAR', 'The term, folded.'),
    made('word', 'INTEGER', 'The number of the term in alphabetical order, from 0.'),
    made('texts', 'INTEGER', 'The number of occurrences in texts.'),
  ],
  feature_counts: [
    made('kind', 'VARCHAR', 'What is counted: all rated titles (TITLES), or those with a GENRE, WORD or PERSON.'),
    made('feature', 'VARCHAR', 'The genre, two genres joined by a comma, or the word, folded; else empty.'),
    made('person', 'INTEGER', 'The id of the person, as a number; else 0.'),
    made(
      'titles',
      'INTEGER',
      'The number of rated titles; for a person, of credits on them, those of title.crew among them.',
    ),
  ],
  similar_titles: [
    made('tconst', 'INTEGER', 'The title, as a number.'),
    made('position', 'INTEGER', 'The place in the list of titles that are similar to it, from 1.'),
    made('neighbour', 'INTEGER', 'The similar title, as a number.'),
    made('score', 'DOUBLE', 'The score, from 0 to 1, with four decimals; the same both ways.'),
  ],
};

/** Columns of a canonical table, all of them or some. */
function from(table: CanonicalTableName, names?: readonly string[]): readonly TableColumn[] {
  const columns = CANONICAL_COLUMNS[table];
  const wanted = names?.map((name) => columns.find((column) => column.name === name)) ?? columns;
  return wanted.map((column) => {
    if (column === undefined) throw new Error(`${table} has not all of ${String(names)}`);
    const { name, type, nullable, meaning } = column;
    return { name, type, nullable, meaning };
  });
}

/** The same columns, where rows may have none of them. */
function optional(columns: readonly TableColumn[]): readonly TableColumn[] {
  return columns.map((column) => ({ ...column, nullable: true }));
}

/** The same column, where every row has it. */
function given(column: TableColumn): TableColumn {
  return { ...column, nullable: false };
}

/** A column that the build works out. */
function made(name: string, type: ColumnType, meaning: string): TableColumn {
  return { name, type, nullable: false, meaning };
}
