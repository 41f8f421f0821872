import { CHANGE_KINDS, NO_CHANGES, RATING_BESIDE } from '../../dataset/tables/changes.ts';
import type { ChangeKind } from '../../dataset/tables/changes.ts';
import { literal } from '../jobs/work-database.ts';
import type { WorkConnection } from '../jobs/work-database.ts';
import type { ComparedTable, Comparison } from './earlier-builds.ts';

/**
 * What is compared of titles, people and ratings, each by its id: `state` is NULL where there is none.
 * `what` numbers them in the order of the kinds of changes.
 */
const TITLE = 0;
const PERSON = 1;
const RATING = 2;

/** Where the names are. */
const NAMED = {
  [TITLE]: {
    table: 'titles',
    column: 'primaryTitle',
    name: 'coalesce(primaryTitle, originalTitle)',
    isAdult: 'isAdult',
  },
  [PERSON]: { table: 'names', column: 'primaryName', name: 'primaryName', isAdult: 'false' },
} as const;

const nameState = (name: string): string => `{name: ${name}, average: NULL::DOUBLE, votes: NULL::INTEGER}`;
const ratingState = (average: string, votes: string): string =>
  `{name: NULL::VARCHAR, average: ${average}, votes: ${votes}}`;

/**
 * Compares the tables of a build with those of earlier builds, and answers with a SELECT of the table of changes, which
 * reads temporary tables of this connection. The build before is compared row by row; what has changed since older ones
 * is composed of that and of what it has itself recorded. What went and came back to the same is no change.
 */
export async function compareBuilds(database: WorkConnection, comparison: Comparison | undefined): Promise<string> {
  if (comparison === undefined) return NO_CHANGES;
  const { tables } = comparison;
  await database.run(
    `CREATE OR REPLACE TEMP TABLE differences AS SELECT NULL::INTEGER AS what, NULL::INTEGER AS id,
       NULL::BOOLEAN AS isAdult, ${nameState('NULL::VARCHAR')} AS before, ${nameState('NULL::VARCHAR')} AS after
     WHERE false`,
  );
  await compareNames(database, { what: TITLE, key: 'tconst', tables });
  await compareNames(database, { what: PERSON, key: 'nconst', tables });
  await compareRatings(database, tables.get('ratings'));
  await database.run(`CREATE OR REPLACE TEMP TABLE states AS ${statesSince(comparison)}`);
  return CHANGES;
}

/** Ids that are compared together: few rows of those that have not changed are read with those that have. */
const BITS_OF_PART = 6;

/**
 * Compares checksums of parts of the ids, then the rows of the parts that differ: a join of all titles or people would
 * take a second or two for each million, and most of the memory.
 */
async function compareNames(
  database: WorkConnection,
  {
    what,
    key,
    tables,
  }: { what: typeof TITLE | typeof PERSON; key: string; tables: ReadonlyMap<ComparedTable, string> },
): Promise<void> {
  const { table, column, name, isAdult } = NAMED[what];
  const earlier = tables.get(table);
  if (earlier === undefined) return;
  // Another column has the name where this one has none: such parts are compared in any case.
  const checksums = (from: string): string =>
    `(SELECT ${key} >> ${BITS_OF_PART} AS part, bit_xor(hash(${key}, ${column})) AS checksum,
        bool_or(${column} IS NULL) AS hasNone
      FROM ${from} GROUP BY part)`;
  await database.run(
    `CREATE OR REPLACE TEMP TABLE differing AS SELECT part
     FROM ${checksums(table)} AS now FULL JOIN ${checksums(earlier)} AS earlier USING (part)
     WHERE now.checksum IS DISTINCT FROM earlier.checksum OR now.hasNone OR earlier.hasNone`,
  );
  const states = (from: string): string =>
    `(SELECT ${key} AS id, ${isAdult} AS isAdult, ${nameState(name)} AS state FROM ${from}
      SEMI JOIN differing ON part = ${key} >> ${BITS_OF_PART})`;
  await database.run(
    `INSERT INTO differences SELECT ${what}, id, coalesce(now.isAdult, earlier.isAdult), earlier.state, now.state
     FROM ${states(table)} AS now FULL JOIN ${states(earlier)} AS earlier USING (id)
     WHERE now.state IS DISTINCT FROM earlier.state`,
  );
}

async function compareRatings(database: WorkConnection, earlier: string | undefined): Promise<void> {
  if (earlier === undefined) return;
  await database.run(
    `INSERT INTO differences SELECT ${RATING}, id, NULL, earlier.state, now.state
     FROM ${ratingStates('ratings')} AS now FULL JOIN ${ratingStates(earlier)} AS earlier USING (id)
     WHERE now.state IS DISTINCT FROM earlier.state`,
  );
}

function ratingStates(from: string): string {
  return `(SELECT tconst AS id, ${ratingState('averageRating', 'numVotes')} AS state FROM ${from})`;
}

/** For each earlier build all that differs, as it was there and as it is now. */
function statesSince({ before, older, changes }: Comparison): string {
  const ofBefore = `SELECT ${literal(before.buildId)} AS since, * FROM differences`;
  if (changes === undefined) return ofBefore;
  const builds = older.map(({ buildId }) => literal(buildId)).join(', ');
  return `${ofBefore}
    UNION ALL
    SELECT since, what, id, coalesce(latest.isAdult, past.isAdult) AS isAdult,
      CASE WHEN past.isThere THEN past.before ELSE latest.before END AS first,
      CASE WHEN latest.isThere THEN latest.after ELSE past.after END AS last
    FROM (SELECT *, true AS isThere FROM (${recordedStates(changes)}) WHERE since IN (${builds})) AS past
    FULL JOIN (SELECT *, true AS isThere FROM differences CROSS JOIN (SELECT unnest([${builds}]) AS since)) AS latest
      USING (since, what, id)
    WHERE first IS DISTINCT FROM last`;
}

const kindOf = (kind: ChangeKind): number => CHANGE_KINDS.indexOf(kind);
const IS_ADDED = `kind IN (${kindOf('TITLE_ADDED')}, ${kindOf('PERSON_ADDED')})`;
const IS_REMOVED = `kind IN (${kindOf('TITLE_REMOVED')}, ${kindOf('PERSON_REMOVED')})`;

/** The states that a table of changes was made of. */
function recordedStates(changes: string): string {
  const state = (side: 'Before' | 'After', isNone: string): string =>
    `CASE WHEN what = ${RATING} THEN
       CASE WHEN average${side} IS NOT NULL THEN ${ratingState(`average${side}`, `votes${side}`)} END
     WHEN NOT ${isNone} THEN ${nameState(`name${side}`)} END`;
  return `SELECT since, what, id, isAdult, ${state('Before', IS_ADDED)} AS before, ${state('After', IS_REMOVED)} AS after
    FROM (
      SELECT *, CASE WHEN kind <= ${kindOf('TITLE_RENAMED')} THEN ${TITLE}
        WHEN kind <= ${kindOf('PERSON_RENAMED')} THEN ${PERSON} ELSE ${RATING} END AS what
      FROM ${changes}
    )`;
}

/**
 * A change of a title has its ratings in both builds, as far as it is in them; where they have not changed, both are that
 * of now.
 */
const CHANGES = `
  WITH present AS (SELECT tconst AS id, isAdult FROM titles SEMI JOIN states ON what <> ${PERSON} AND id = tconst),
  ratings_now AS (
    SELECT tconst AS id, ${ratingState('averageRating', 'numVotes')} AS now
    FROM ratings SEMI JOIN states ON what = ${TITLE} AND id = tconst
  ),
  ratings_then AS (SELECT since, id, before AS past, true AS isThere FROM states WHERE what = ${RATING}),
  added AS (SELECT since, id FROM states WHERE what = ${TITLE} AND before IS NULL),
  titles_of_both AS (
    SELECT since, id, states.isAdult, before, after,
      CASE WHEN before IS NOT NULL THEN CASE WHEN isThere THEN past ELSE now END END AS ratingBefore,
      CASE WHEN after IS NOT NULL THEN now END AS ratingAfter
    FROM states LEFT JOIN ratings_now USING (id) LEFT JOIN ratings_then USING (since, id)
    WHERE what = ${TITLE}
  ),
  changed_titles AS (
    SELECT since,
      CASE WHEN before IS NULL THEN ${kindOf('TITLE_ADDED')}
        WHEN after IS NULL THEN ${kindOf('TITLE_REMOVED')} ELSE ${kindOf('TITLE_RENAMED')} END AS kind,
      id, coalesce(present.isAdult, titles_of_both.isAdult) AS isAdult, before.name AS nameBefore, after.name AS nameAfter,
      ratingBefore.average AS averageBefore, ratingBefore.votes AS votesBefore,
      ratingAfter.average AS averageAfter, ratingAfter.votes AS votesAfter
    FROM titles_of_both LEFT JOIN present USING (id)
  ),
  changed_people AS (
    SELECT since,
      CASE WHEN before IS NULL THEN ${kindOf('PERSON_ADDED')}
        WHEN after IS NULL THEN ${kindOf('PERSON_REMOVED')} ELSE ${kindOf('PERSON_RENAMED')} END AS kind,
      id, false AS isAdult, before.name AS nameBefore, after.name AS nameAfter
    FROM states WHERE what = ${PERSON}
  ),
  changed_ratings AS (
    SELECT states.since AS since,
      CASE WHEN before.average IS DISTINCT FROM after.average AND present.id IS NOT NULL AND added.id IS NULL
        THEN ${kindOf('RATING_MOVED')} ELSE ${RATING_BESIDE} END AS kind,
      states.id AS id, coalesce(present.isAdult, false) AS isAdult,
      before.average AS averageBefore, before.votes AS votesBefore,
      after.average AS averageAfter, after.votes AS votesAfter
    FROM states LEFT JOIN present ON present.id = states.id
      LEFT JOIN added ON added.since = states.since AND added.id = states.id
    WHERE what = ${RATING}
  )
  SELECT since, kind, id, isAdult, coalesce(votesAfter, votesBefore) AS votes, nameBefore, nameAfter,
    averageBefore, votesBefore, averageAfter, votesAfter
  FROM (
    SELECT * FROM changed_titles UNION ALL BY NAME SELECT * FROM changed_people
    UNION ALL BY NAME SELECT * FROM changed_ratings
  )`;
