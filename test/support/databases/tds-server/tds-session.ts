import { ByteReader } from './byte-reader.ts';
import { checkRows, copyOf, SqlError, tableAt } from './catalogue.ts';
import type { Catalogue } from './catalogue.ts';
import { readBulkRows } from './bulk-rows.ts';
import type { BulkColumns } from './bulk-rows.ts';
import { MESSAGE } from './packets.ts';
import type { Message } from './packets.ts';
import { change, placeOf } from './session.ts';
import type { Parameters } from './session.ts';
import { runStatement } from './statements.ts';
import { bytesChange, done, DONE, errorToken, rowTokens } from './tokens.ts';
import type { TdsDatabase } from './tds-server.ts';

interface Transaction {
  descriptor: Buffer;
  /** As the session sees it. */
  catalogue: Catalogue;
  steps: ((catalogue: Catalogue) => void)[];
}

const [BEGIN, COMMIT, ROLLBACK] = [5, 7, 8];
const EXECUTE_SQL = 10;
const NO_TRANSACTION = Buffer.alloc(8);

/** What one connection does after its login: statements, transactions and bulk loads. */
export function createSession(database: TdsDatabase): { answerTo(message: Message): Buffer; close(): void } {
  let transaction: Transaction | undefined;
  let bulk: { place: string; columns: BulkColumns } | undefined;
  let descriptors = 0;

  const session = {
    get catalogue() {
      return transaction?.catalogue ?? database.catalogue;
    },
    change(step: (catalogue: Catalogue) => void) {
      step(session.catalogue);
      transaction?.steps.push(step);
    },
    lock(resource: string) {
      if ((database.locks.get(resource) ?? session) !== session) return false;
      database.locks.set(resource, session);
      return true;
    },
    get version() {
      return database.version;
    },
    get edition() {
      return database.edition;
    },
  };

  /** With XACT_ABORT, which the engine sets, an error ends the transaction. */
  function failure(error: unknown): Buffer {
    const { number, message } =
      error instanceof SqlError ? error : { number: 50_000, message: `tds-server: ${String(error)}` };
    if (number === 50_000) database.faults.push(message);
    const ended = transaction === undefined ? [] : [bytesChange(10, Buffer.alloc(0), transaction.descriptor)];
    transaction = undefined;
    return Buffer.concat([errorToken({ number, message }), ...ended, done(DONE.error)]);
  }

  function run(sql: string, parameters: Parameters, procedure: boolean): Buffer {
    database.statements.add(sql);
    const refusal = database.refusals.find(({ pattern }) => pattern.test(sql));
    if (refusal !== undefined) {
      if (refusal.times !== undefined) refusal.times -= 1;
      if (refusal.times === 0) database.refusals.splice(database.refusals.indexOf(refusal), 1);
      throw new SqlError(refusal.number, refusal.message);
    }
    // Before the first statement the driver sets what a session begins with.
    if (sql.startsWith('set ansi_nulls on')) {
      if (!/set xact_abort on/.test(sql)) throw new Error('the engine has to set XACT_ABORT');
      return done(DONE.final);
    }
    const begun = /^insert bulk (\[.+\]\.\w+)\((.*)\) WITH \(KEEP_NULLS,TABLOCK\)$/.exec(sql);
    if (begun !== null) {
      const place = placeOf(begun[1]);
      const { columns } = tableAt(session.catalogue, place);
      const declared = [...(begun[2] ?? '').matchAll(/\[(\w+)\] ((?:\w+)(?:\([^)]+\))?)/g)];
      bulk = { place, columns: declared.map(([, name = '', type = '']) => ({ name, type })) };
      const [want, have] = [columns, bulk.columns].map((list) => list.map(({ name }) => name).join());
      if (want !== have) throw new SqlError(207, `Invalid columns ${String(have)} of ${place}.`);
      return done(DONE.final);
    }
    const answer = runStatement(session, sql, parameters);
    const count = { rows: answer?.rows.length ?? 0, procedure };
    return Buffer.concat([answer === undefined ? Buffer.alloc(0) : rowTokens(answer), done(DONE.count, count)]);
  }

  function load(data: Buffer): Buffer {
    if (bulk === undefined) throw new Error('a bulk load without INSERT BULK');
    if (transaction === undefined) throw new Error('a bulk load outside of a transaction');
    const { place, columns } = bulk;
    bulk = undefined;
    const rows = readBulkRows(data, columns);
    checkRows(tableAt(session.catalogue, place), rows);
    change(session, place, (table) => ({ ...table, chunks: [...table.chunks, rows] }));
    return done(DONE.count, { rows: rows.length });
  }

  function manage(reader: ByteReader): Buffer {
    const request = reader.u16();
    const none = Buffer.alloc(0);
    if (request === BEGIN) {
      descriptors += 1;
      const descriptor = Buffer.alloc(8);
      descriptor.writeUInt32LE(descriptors);
      transaction = { descriptor, catalogue: copyOf(database.catalogue), steps: [] };
      return Buffer.concat([bytesChange(8, descriptor), done(DONE.final)]);
    }
    if (transaction === undefined) throw new SqlError(3903, 'The request has no corresponding BEGIN TRANSACTION.');
    const { descriptor, steps } = transaction;
    transaction = undefined;
    if (request === ROLLBACK) return Buffer.concat([bytesChange(10, none, descriptor), done(DONE.final)]);
    if (request !== COMMIT) throw new Error(`a request ${request} of the transaction manager`);
    // Others have gone on meanwhile: the steps are done again, all at once, on what is there now.
    const now = copyOf(database.catalogue);
    for (const step of steps) step(now);
    database.catalogue = now;
    return Buffer.concat([bytesChange(9, none, descriptor), done(DONE.final)]);
  }

  return {
    answerTo({ type, ignored, data }) {
      if (type === MESSAGE.attention) return done(DONE.attention);
      if (ignored) return done(DONE.final);
      try {
        if (type === MESSAGE.bulk) return load(data);
        const reader = new ByteReader(data);
        const descriptor = readHeaders(reader);
        if (!descriptor.equals(transaction?.descriptor ?? NO_TRANSACTION)) {
          throw new Error('a request names another transaction than that of its session');
        }
        if (type === MESSAGE.transaction) return manage(reader);
        if (type === MESSAGE.batch) return run(reader.text(reader.left / 2), {}, false);
        if (type === MESSAGE.rpc) {
          const { sql, parameters } = readCall(reader);
          return run(sql, parameters, true);
        }
        throw new Error(`a message of the type ${type}`);
      } catch (error) {
        return failure(error);
      }
    },
    close() {
      transaction = undefined;
      for (const [resource, holder] of database.locks) if (holder === session) database.locks.delete(resource);
    },
  };
}

/** ALL_HEADERS, of which an export sends the descriptor of its transaction. */
function readHeaders(reader: ByteReader): Buffer {
  reader.bytes(4 + 4 + 2);
  const descriptor = reader.bytes(8);
  reader.bytes(4);
  return descriptor;
}

/** A call of sp_executesql: a statement, the declaration of its parameters, and these. */
function readCall(reader: ByteReader): { sql: string; parameters: Parameters } {
  if (reader.u16() !== 0xffff || reader.u16() !== EXECUTE_SQL) throw new Error('a call of another procedure');
  reader.u16();
  const values: [string, Parameters[string]][] = [];
  while (reader.left > 0) {
    const name = reader.text(reader.u8()).replace('@', '');
    reader.u8();
    values.push([name, reader.value(reader.type())]);
  }
  const { statement, params, ...parameters } = Object.fromEntries(values);
  const declared = [...String(params ?? '').matchAll(/@(\w+) /g)].map(([, name]) => name);
  if (declared.join() !== Object.keys(parameters).join()) throw new Error(`parameters that ${String(params)} lacks`);
  return { sql: String(statement), parameters };
}
