import { Agent, request } from 'node:http';

import type { Query } from './workloads.ts';

/** A good answer. */
export interface Answer {
  data: Record<string, unknown>;
  bytes: number;
}

export interface GraphqlClient {
  /** @throws Error for an answer that is not 200, has `errors` or a null root. */
  ask(variables: Record<string, unknown>): Promise<Answer>;
  close(): void;
}

/** Posts one query again and again over kept connections. More requests at a time than connections wait for one. */
export function createGraphqlClient(
  url: string,
  { query, connections }: { query: Query; connections: number },
): GraphqlClient {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const document = JSON.stringify(query.document);
  const { hostname, port, pathname: path } = new URL(url);

  function post(body: string): Promise<{ status: number; text: string }> {
    return new Promise((resolve, reject) => {
      const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
      const sent = request({ agent, hostname, port, path, method: 'POST', headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() }));
      });
      sent.on('error', reject);
      sent.end(body);
    });
  }

  return {
    async ask(variables) {
      const { status, text } = await post(`{"query":${document},"variables":${JSON.stringify(variables)}}`);
      if (status !== 200) throw new Error(`HTTP ${status}: ${text.slice(0, 300)}`);
      const { data, errors } = JSON.parse(text) as { data?: Record<string, unknown> | null; errors?: unknown };
      if (errors !== undefined) throw new Error(JSON.stringify(errors).slice(0, 300));
      if (data?.[query.root] == null) throw new Error(`${query.root} is null for ${JSON.stringify(variables)}`);
      return { data, bytes: Buffer.byteLength(text) };
    },
    close: () => agent.destroy(),
  };
}
