import sql, { join } from 'sql-template-tag';

import { CHANGE_KINDS } from '../../dataset/tables/changes.ts';
import type { ChangeKind } from '../../dataset/tables/changes.ts';
import type { EarlierBuild, Manifest } from '../../dataset/builds/manifest.ts';
import { ADULT } from '../filters/title-filter.ts';
import { sqlList } from '../lists/sql-list.ts';
import type { ColumnTerm } from '../lists/sql-list.ts';
import type { AdultContent, Rating } from '../model/model.ts';
import type { Pageable, SortKey } from '../model/page.ts';
import { allOf } from '../query/conditions.ts';
import type { Queries } from '../query/queries.ts';

/** Something that differs between an earlier build and this one. */
export interface Change {
  kind: ChangeKind;
  /** Key of a title or a person. */
  id: number;
  nameBefore: string | null;
  nameAfter: string | null;
  ratingBefore: Rating | null;
  ratingAfter: Rating | null;
}

export interface ChangeFilter {
  /** The id of an earlier build that the build knows of. */
  since: string;
  /** All where it is empty. */
  kinds: readonly ChangeKind[];
  adult: AdultContent;
}

/** The earlier builds that a build can tell changes from, newest first; they may have been removed since. */
export function earlierBuilds({ tables }: Pick<Manifest, 'tables'>): readonly EarlierBuild[] {
  return tables.find(({ name }) => name === 'changes')?.since ?? [];
}

const TERMS: readonly ColumnTerm[] = [
  { name: 'KIND', column: 'kind', direction: 'ASC', type: 'number' },
  { name: 'VOTES', column: 'votes', direction: 'DESC', type: 'number' },
  { name: 'ID', column: 'id', direction: 'ASC', type: 'number' },
];

/** What has changed since an earlier build: by kind, the titles of each by votes, then by id. */
export function listChanges(queries: Queries, { since, kinds, adult }: ChangeFilter): Pageable<Change> {
  const wanted = (kinds.length === 0 ? CHANGE_KINDS : kinds).map((kind) => CHANGE_KINDS.indexOf(kind));
  return sqlList({
    name: `changes ${since}`,
    queries,
    relation: sql`changes`,
    where: () => allOf([sql`since = ${since} AND kind IN (${join(wanted)})`, ADULT[adult]]),
    terms: TERMS,
    items: (keys) => changesAt(queries, { since, keys }),
  });
}

async function changesAt(
  queries: Queries,
  { since, keys }: { since: string; keys: readonly SortKey[] },
): Promise<Change[]> {
  const kinds = [...new Set(keys.map(([kind]) => Number(kind)))];
  const ids = [...new Set(keys.map((key) => Number(key.at(-1))))];
  const rows = await queries.rows(sql`SELECT kind, id, nameBefore, nameAfter, averageBefore, votesBefore, averageAfter,
      votesAfter
    FROM changes WHERE since = ${since} AND kind IN (${join(kinds)}) AND id IN (${join(ids)})`);
  const found = new Map(rows.map((row) => [`${Number(row[0])} ${Number(row[1])}`, row]));
  return keys.map((key) => {
    const [kind, id] = [Number(key[0]), Number(key.at(-1))];
    const row = found.get(`${kind} ${id}`) ?? [];
    const name = (at: number): string | null => (row[at] ?? null) as string | null;
    return {
      kind: CHANGE_KINDS[kind] as ChangeKind,
      id,
      nameBefore: name(2),
      nameAfter: name(3),
      ratingBefore: ratingOf(id, row.slice(4, 6)),
      ratingAfter: ratingOf(id, row.slice(6, 8)),
    };
  });
}

function ratingOf(titleId: number, [average = null, votes = null]: readonly unknown[]): Rating | null {
  return average === null ? null : { average: Number(average), votes: Number(votes), titleId };
}
