import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import type { Duplex } from 'node:stream';

import { emptyCatalogue } from './catalogue.ts';
import type { Catalogue } from './catalogue.ts';
import { overTls } from './handshake.ts';
import { asksForEncryption, preloginAnswer, readLogin } from './logins.ts';
import { createReader, MESSAGE, packetsOf } from './packets.ts';
import type { Message } from './packets.ts';
import { createSession } from './tds-session.ts';
import { done, DONE, errorToken, loginAnswer } from './tokens.ts';

/** What all sessions share. */
export interface TdsDatabase {
  catalogue: Catalogue;
  locks: Map<string, unknown>;
  version: string;
  /** `EngineEdition`: 3 is Enterprise, 5 is Azure SQL Database. */
  edition: number;
  /** Statements that fail, so many times or always. */
  refusals: { pattern: RegExp; number: number; message: string; times?: number }[];
  /** Bytes of bulk loads after which the connection is cut, once. */
  cutBulkAfter: number | undefined;
  /** A login's error, instead of letting it in. */
  refuseLogin: { number: number; message: string } | undefined;
  /** Every statement that came, once. */
  statements: Set<string>;
  /** What came that no export may send. */
  faults: string[];
}

export interface TdsServer {
  port: number;
  database: TdsDatabase;
  /** Cuts all connections, as a server that is killed does, and listens again. */
  killAndRestart(): Promise<void>;
  remove(): Promise<void>;
}

export interface TdsOptions {
  user: string;
  password: string;
  databaseName: string;
  /** Encrypts the connections that ask for it. */
  tls?: { cert: string; key: string };
}

/**
 * Starts a server that speaks as much TDS as an export to SQL Server needs, and keeps what it is sent in memory. It
 * knows the statements of the engine by their text, and answers any other with an error.
 */
export async function startTdsServer(options: TdsOptions): Promise<TdsServer> {
  const database: TdsDatabase = {
    catalogue: emptyCatalogue(),
    locks: new Map(),
    version: '16.0.4135.4',
    edition: 3,
    refusals: [],
    cutBulkAfter: undefined,
    refuseLogin: undefined,
    statements: new Set(),
    faults: [],
  };
  const sockets = new Set<Socket>();
  let server: Server;

  async function listen(port: number): Promise<Server> {
    const listening = createServer((socket) => {
      sockets.add(socket);
      socket.setNoDelay(true);
      socket.on('error', () => undefined);
      const close = serve(socket, { database, options });
      socket.on('close', () => {
        sockets.delete(socket);
        close();
      });
    });
    listening.listen(port, '127.0.0.1');
    await once(listening, 'listening');
    return listening;
  }
  async function end(): Promise<void> {
    for (const socket of sockets) socket.destroy();
    server.close();
    await once(server, 'close');
  }

  server = await listen(0);
  const { port } = server.address() as AddressInfo;
  return {
    port,
    database,
    async killAndRestart() {
      await end();
      server = await listen(port);
    },
    remove: end,
  };
}

/** Answers one connection, message after message. The result is to be called when it has ended. */
function serve(socket: Socket, { database, options }: { database: TdsDatabase; options: TdsOptions }): () => void {
  const session = createSession(database);
  let way: Duplex = socket;
  let packetBytes = 4096;
  let isIn = false;
  let bulkBytes = 0;
  const send = (data: Buffer): void => void way.write(packetsOf(MESSAGE.answer, data, packetBytes));

  function answer(message: Message): void {
    if (message.type === MESSAGE.prelogin) {
      const encrypted = options.tls !== undefined && asksForEncryption(message.data);
      send(preloginAnswer(encrypted));
      if (encrypted) useTls();
    } else if (message.type === MESSAGE.login) login(message.data);
    else if (isIn) send(session.answerTo(message));
    else socket.destroy();
  }

  function login(data: Buffer): void {
    const { user, password, database: name, packetBytes: wanted } = readLogin(data);
    const isRight = user === options.user && password === options.password;
    const refusal =
      database.refuseLogin ??
      (isRight ? undefined : { number: 18_456, message: `Login failed for user '${user}'.` }) ??
      (name === options.databaseName
        ? undefined
        : { number: 4060, message: `Cannot open database "${name}" requested by the login. The login failed.` });
    if (refusal !== undefined) {
      send(Buffer.concat([errorToken(refusal), done(DONE.error)]));
      return;
    }
    isIn = true;
    send(loginAnswer({ database: name, packetBytes: wanted }));
    packetBytes = wanted;
  }

  function onPacket(type: number, bytes: number): void {
    if (type !== MESSAGE.bulk || database.cutBulkAfter === undefined) return;
    bulkBytes += bytes;
    if (bulkBytes < database.cutBulkAfter) return;
    database.cutBulkAfter = undefined;
    socket.destroy();
  }

  function useTls(): void {
    socket.removeListener('data', read);
    way = overTls(socket, options.tls ?? { cert: '', key: '' });
    way.on('error', () => undefined);
    way.on('data', createReader({ onPacket, onMessage: answer }));
  }

  const read = createReader({ onPacket, onMessage: answer });
  socket.on('data', read);
  return () => session.close();
}
