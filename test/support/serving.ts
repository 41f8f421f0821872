import { serve } from '../../src/service/serve.ts';
import type { Nightly } from '../../src/service/nightly/nightly.ts';
import type { Serving } from '../../src/service/serve.ts';
import { readConfig } from '../../src/config.ts';
import { createLifecycle } from '../../src/process/lifecycle.ts';
import { createLogger } from '../../src/process/logger.ts';
import type { Answer } from './gateway.ts';

export interface Health {
  ingesting: boolean;
  status: string;
  buildId: string | null;
  warnings: string[];
  nextRun: string | null;
  lastRun: { startedAt: string; status: string } | null;
}

export interface TestServing extends Serving {
  nightly: Nightly;
  /** The lines of the log so far. */
  lines: Record<string, unknown>[];
  query: (query: string) => Promise<Answer>;
  health: () => Promise<Health>;
  stop: () => Promise<{ failed: string[] }>;
}

/** The real server on a free port, with these settings and those of no file. */
export async function startServing(
  settings: Record<string, string>,
  { now = () => new Date() }: { now?: () => Date } = {},
): Promise<TestServing> {
  const lines: Record<string, unknown>[] = [];
  const log = createLogger({
    level: 'info',
    pretty: false,
    destination: { write: (line) => void lines.push(JSON.parse(line) as Record<string, unknown>) },
  });
  const lifecycle = createLifecycle({ log, deadlineMs: 20_000, kill: () => undefined });
  const serving = await serve(readConfig({ PORT: '0', ...settings }, '/nowhere'), { log, lifecycle, now });
  const { nightly } = serving;
  if (nightly === undefined) throw new Error('one process runs its own ingests');
  return {
    ...serving,
    nightly,
    lines,
    async query(query) {
      const response = await fetch(`${serving.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
      });
      return (await response.json()) as Answer;
    },
    health: async () => (await (await fetch(`${serving.url}/health`)).json()) as Health,
    stop: () => lifecycle.stop('test'),
  };
}
