import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { DuckDBInstance } from '@duckdb/node-api';
import { expect, onTestFinished, test } from 'vitest';

import { writeVectors } from '../../src/commands/administration/vectors.ts';
import { readConfig } from '../../src/config.ts';
import { DENSE_LENGTH } from '../../src/dataset/similarity/dense-vector.ts';
import { demoBuild } from '../support/demo-build.ts';
import { newFolder } from '../support/folders.ts';
import { openGateway } from '../support/gateway.ts';
import { startMarquee } from '../support/start-marquee.ts';

const { folders } = await demoBuild(0.001);

/** The query of the manual, over a file, with a condition and the columns to read instead. */
function fromManual(path: string): string {
  const manual = readFileSync(new URL('../../src/graphql/README.md', import.meta.url), 'utf8');
  const query =
    /```sql\n(SELECT other\.tconst[^`]*?);\n```/.exec(manual)?.[1] ?? expect.fail('the manual has no query');
  return query.replaceAll("'similar.parquet'", `'${path}'`);
}

/** Inner products of the named features. */
const EXACT = `(SELECT coalesce(sum(a.weight * b.weight), 0) FROM (SELECT unnest(one.features) AS name, unnest(one.weights) AS weight) a
  JOIN (SELECT unnest(other.features) AS name, unnest(other.weights) AS weight) b USING (name))`;

test('vectors have the scores of compare by the query of the manual: exactly by name, nearly by their lists', async () => {
  const path = join(newFolder('vectors'), 'similar.parquet');
  const config = readConfig({ DATA_DIR: '/nowhere', LOG_LEVEL: 'silent', SIMILAR_MIN_VOTES: '20' }, '/nowhere');
  const verdict = await writeVectors({ ...config, folders }, path);
  expect(verdict).toMatchObject({ exitCode: 0, line: expect.stringMatching(/^written: the vectors of \d+ titles/) });
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const rowsOf = async (sql: string) => (await connection.runAndReadAll(sql)).getRowsJS();
  const [[titles, shortest, longest, column] = []] = await rowsOf(
    `SELECT count(*), min(len(vector)), max(len(vector)), any_value(typeof(vector)) FROM '${path}'`,
  );
  expect(verdict.line).toContain(` ${Number(titles)} titles`);
  expect([Number(shortest), Number(longest), column]).toEqual([DENSE_LENGTH, DENSE_LENGTH, 'FLOAT[]']);
  const near = await rowsOf(fromManual(path));
  const exact = await rowsOf(fromManual(path).replace('list_inner_product(one.vector, other.vector)', EXACT));
  const all = fromManual(path).replace('LIMIT 10', '');
  const nearly = new Map((await rowsOf(all)).map(([tconst, score]) => [tconst, Number(score)]));
  expect(near).toHaveLength(10);
  const gateway = await openGateway(folders);
  onTestFinished(() => gateway.close());
  let compared = 0;
  for (const [tconst, score] of exact) {
    const { data } = await gateway.query(
      'query ($b: ID!) { compare(a: "tt0900001", b: $b) { similarity { score reasons { kind } } } }',
      { b: tconst },
    );
    const { similarity } = (data as { compare: { similarity: { score: number; reasons: { kind: string }[] } } })
      .compare;
    if (similarity.reasons.some(({ kind }) => kind === 'SERIES')) continue;
    expect([tconst, Number(score)]).toEqual([tconst, expect.closeTo(similarity.score, 3)]);
    expect(Math.abs((nearly.get(tconst) ?? 0) - similarity.score)).toBeLessThan(0.06);
    compared += 1;
  }
  expect(compared).toBeGreaterThan(5);
});

test('vectors is a command: it says what it has written, and what it cannot', async () => {
  const folder = newFolder('vectors');
  const empty = startMarquee(['vectors', 'none.parquet'], { folder });
  expect(await once(empty.child, 'close')).toEqual([1, null]);
  expect(empty.errors()).toMatch(/^there is no build yet in \S+: run/);
  const config = readConfig({ DATA_DIR: folder, LOG_LEVEL: 'silent' }, '/nowhere');
  const failed = await writeVectors({ ...config, folders }, join(folder, 'missing', 'similar.parquet'));
  expect(failed).toMatchObject({ exitCode: 1, line: expect.stringContaining('ENOENT') });
  expect(readdirSync(folder)).toEqual([]);
});
