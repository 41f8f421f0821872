import { expect, test } from 'vitest';

import type { HealthState } from '../../../src/http/pages/health.ts';
import type { Harness } from '../support.ts';
import { createHarness, SECRET } from '../support.ts';

const BUILD = { id: 'b7', version: 7, builtAt: '2026-01-01T00:00:00.000Z' };
const NOW = Date.parse('2026-01-01T01:00:00.000Z');

function harness(state: HealthState): Harness {
  return createHarness({ health: () => state, now: () => NOW });
}

async function get({ fetch }: Harness, path: string): Promise<{ status: number; body: unknown }> {
  const response = await fetch(path);
  return { status: response.status, body: await response.json() };
}

test('createHealth reports a healthy build', async () => {
  const service = harness({ build: BUILD, warnings: [], extra: { ingest: 'idle' } });
  expect(await get(service, '/health')).toEqual({
    status: 200,
    body: {
      status: 'ok',
      service: 'marquee',
      serviceVersion: '1.2.3',
      time: '2026-01-01T01:00:00.000Z',
      dataLoaded: true,
      buildId: 'b7',
      version: 7,
      builtAt: BUILD.builtAt,
      ageSeconds: 3600,
      warnings: [],
      ingest: 'idle',
    },
  });
  expect(await get(service, '/readyz?x=1')).toEqual({ status: 200, body: { status: 'ready' } });
});

test('createHealth reports a warning as degraded and stays ready', async () => {
  const service = harness({ build: BUILD, warnings: ['The last ingest failed.'] });
  expect(await get(service, '/health')).toMatchObject({ body: { status: 'degraded' } });
  expect(await get(service, '/readyz')).toMatchObject({ status: 200 });
});

test('createHealth reports a service without data as unavailable and not ready, but alive', async () => {
  const service = harness({ build: null, warnings: [] });
  expect(await get(service, '/health')).toMatchObject({
    status: 200,
    body: { status: 'unavailable', dataLoaded: false, buildId: null, ageSeconds: null },
  });
  expect(await get(service, '/readyz')).toMatchObject({ status: 503, body: { status: 'no-dataset' } });
  expect(await get(service, '/livez')).toEqual({ status: 200, body: { status: 'alive' } });
});

test('createHealth hides the message of an exception', async () => {
  const service = createHarness({
    health() {
      throw new Error(SECRET);
    },
  });
  for (const path of ['/health', '/readyz', '/livez']) {
    expect(JSON.stringify(await get(service, path))).not.toContain('parquet');
  }
  expect(await get(service, '/readyz')).toMatchObject({ status: 503 });
});

test.each(['/health', '/readyz', '/livez'])(
  'createGateway refuses POST to %s with 405 and the allowed methods',
  async (path) => {
    const { fetch } = harness({ build: BUILD, warnings: [] });
    const response = await fetch(path, { method: 'POST', body: '{}' });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
    expect(await response.json()).toEqual({
      errors: [{ message: 'POST is not supported here: use GET.', extensions: { code: 'BAD_USER_INPUT' } }],
    });
  },
);
