import type { OutgoingHttpHeader, OutgoingHttpHeaders, ServerResponse } from 'node:http';

type Chunk = string | Uint8Array;
type Headers = OutgoingHttpHeaders | OutgoingHttpHeader[];

/** The methods that are held back, whose arguments are passed on as they came. */
interface Held {
  writeHead(status: number, ...rest: (string | Headers | undefined)[]): ServerResponse;
  flushHeaders(): void;
  write(...args: unknown[]): boolean;
  end(...args: unknown[]): ServerResponse;
}

/**
 * Keeps the head and the first piece of a response until the turn of the event loop is over. A response that has ended by
 * then, in one piece, is given to `onWhole`, with its status and headers set on it; anything else goes out as written.
 */
export function holdBack(response: ServerResponse, onWhole: (body: Chunk) => void): void {
  let first: Chunk | undefined;

  /** Takes the methods below off: those of Node are left. */
  function letGo(): Held {
    for (const name of ['writeHead', 'flushHeaders', 'write', 'end']) Reflect.deleteProperty(response, name);
    return response;
  }

  function stream(): Held {
    const own = letGo();
    if (first !== undefined) own.write(first);
    first = undefined;
    return own;
  }

  const held: Held = {
    writeHead(status, ...rest) {
      const headers = rest.find((each) => typeof each === 'object');
      if (Array.isArray(headers)) return stream().writeHead(status, ...rest);
      response.statusCode = status;
      for (const [name, value] of Object.entries(headers ?? {})) {
        if (value !== undefined) response.setHeader(name, value);
      }
      return response;
    },
    flushHeaders() {
      stream().flushHeaders();
    },
    write(chunk, ...rest) {
      if (first !== undefined || rest.length > 0 || !isChunk(chunk)) return stream().write(chunk, ...rest);
      first = chunk;
      setImmediate(() => {
        if (first !== undefined) stream();
      });
      return true;
    },
    end(...given) {
      const args = given.filter((each) => each != null);
      const pieces = first === undefined ? args : [first, ...args];
      const [body] = pieces;
      if (pieces.length !== 1 || !isChunk(body)) return stream().end(...args);
      first = undefined;
      letGo();
      onWhole(body);
      return response;
    },
  };
  Object.assign(response, held);
}

function isChunk(value: unknown): value is Chunk {
  return typeof value === 'string' || value instanceof Uint8Array;
}
