import type { ColumnType, TableColumn } from './column.ts';

/**
 * What the column `kind` of the table of changes holds: a place in this list, which is also the order in which clients
 * read them.
 */
export const CHANGE_KINDS = [
  'TITLE_ADDED',
  'TITLE_REMOVED',
  'TITLE_RENAMED',
  'PERSON_ADDED',
  'PERSON_REMOVED',
  'PERSON_RENAMED',
  'RATING_MOVED',
] as const;

export type ChangeKind = (typeof CHANGE_KINDS)[number];

/**
 * The kind of rows that are kept for the history of ratings alone: the votes have changed and not the average, or it is
 * the rating of a title that was added or removed, or of one that is in no file of titles.
 */
export const RATING_BESIDE = CHANGE_KINDS.length;

/** Columns that are null in some kinds of rows. */
const PARTS: readonly (readonly [name: string, type: ColumnType, meaning: string])[] = [
  ['nameBefore', 'VARCHAR', 'The title or the name in the earlier build.'],
  ['nameAfter', 'VARCHAR', 'The title or the name in this build.'],
  ['averageBefore', 'DOUBLE', 'The average rating in the earlier build.'],
  ['votesBefore', 'INTEGER', 'The number of votes in the earlier build.'],
  ['averageAfter', 'DOUBLE', 'The average rating in this build.'],
  ['votesAfter', 'INTEGER', 'The number of votes in this build.'],
];

/**
 * The columns of the table of changes: for each earlier build all that differs from it, each difference once. The rows
 * of each earlier build are complete by themselves.
 */
export const CHANGE_COLUMNS: readonly TableColumn[] = [
  column('since', 'VARCHAR', 'The id of the earlier build.'),
  column(
    'kind',
    'INTEGER',
    `What has changed: the place in ${CHANGE_KINDS.join(', ')}, from 0; ${RATING_BESIDE} is a rating beside these.`,
  ),
  column('id', 'INTEGER', 'The id of the title or the person, as a number.'),
  column('isAdult', 'BOOLEAN', 'Whether it is an adult title.'),
  nullable('votes', 'INTEGER', 'The number of votes now, or else before, by which changes are sorted.'),
  ...PARTS.map(([name, type, meaning]) => nullable(name, type, meaning)),
];

/** A SELECT of no changes. */
export const NO_CHANGES = `SELECT ${CHANGE_COLUMNS.map(({ name, type }) => `NULL::${type} AS ${name}`).join(', ')}
  FROM ratings WHERE false`;

function column(name: string, type: ColumnType, meaning: string): TableColumn {
  return { name, type, nullable: false, meaning };
}

function nullable(name: string, type: ColumnType, meaning: string): TableColumn {
  return { name, type, nullable: true, meaning };
}
