import { serverAudits } from 'graphql-http';
import { expect, test } from 'vitest';

import { startServer } from '../../src/http/server.ts';
import { demoBuild } from '../support/demo-build.ts';
import { openGateway } from '../support/gateway.ts';

test('the product passes every audit of GraphQL over HTTP', async () => {
  const { folders } = await demoBuild(0.001);
  const gateway = await openGateway(folders);
  const server = await startServer({ gateway: gateway.handler, host: '127.0.0.1', port: 0 });
  try {
    const results = await Promise.all(serverAudits({ url: `${server.url}/graphql` }).map((audit) => audit.fn()));
    expect(results.length).toBeGreaterThan(50);
    expect(results.filter(({ status }) => status !== 'ok')).toEqual([]);
  } finally {
    await server.close(0);
    await gateway.close();
  }
});
