import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request that the proxy passed on, and the status that came back. */
export interface PassedRequest {
  method: string;
  /** Path and query string, without the prefix. */
  url: string;
  status: number;
}

export interface PrefixProxy {
  /** Address of the root, without a slash at its end. */
  url: string;
  /** What was passed on since the last call. */
  takeRequests: () => PassedRequest[];
  /** Whether it is out of reach: it ends every connection without an answer. */
  isDown: boolean;
  /** Whether it cannot reach the server: it answers everything with a page of its own. */
  hasLostServer: boolean;
  /** Milliseconds by which it holds back the answers of the graph. */
  graphDelayMs: number;
  close: () => void;
}

/** A proxy that takes a prefix off, and knows nothing of what it passes on. */
export async function openPrefixProxy(target: string, { prefix = '' } = {}): Promise<PrefixProxy> {
  let passed: PassedRequest[] = [];
  const proxy = createServer((incoming, outgoing) => {
    const { method = 'GET', headers, url = '' } = incoming;
    if (self.isDown) {
      incoming.socket.destroy();
      return;
    }
    if (self.hasLostServer) {
      outgoing.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad gateway</h1>');
      return;
    }
    if (!url.startsWith(`${prefix}/`)) {
      outgoing.writeHead(502).end('not mine');
      return;
    }
    const path = url.slice(prefix.length);
    const asked = request(target + path, { method, headers }, (answer) => {
      const { statusCode: status = 500 } = answer;
      passed.push({ method, url: path, status });
      const passOn = (): void => void answer.pipe(outgoing.writeHead(status, answer.headers));
      if (path.startsWith('/graphql?')) setTimeout(passOn, self.graphDelayMs);
      else passOn();
    });
    asked.on('error', () => outgoing.destroy());
    outgoing.on('close', () => asked.destroy());
    incoming.pipe(asked);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const self: PrefixProxy = {
    url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}${prefix}`,
    takeRequests() {
      const taken = passed;
      passed = [];
      return taken;
    },
    isDown: false,
    hasLostServer: false,
    graphDelayMs: 0,
    close() {
      proxy.closeAllConnections();
      proxy.close();
    },
  };
  return self;
}
