import type { DestinationStream, Logger } from 'pino';

import { destination as fileDestination, multistream, pino, stdTimeFunctions } from 'pino';
import { prettyFactory } from 'pino-pretty';

import { sturdyStream } from './sturdy-stream.ts';
import type { SturdyStream } from './sturdy-stream.ts';

export type { Logger };

export interface LoggerOptions {
  /** The least severe level that is written. */
  level: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent';
  /** Lines for a human at a terminal instead of JSON. */
  pretty: boolean;
  /** Where the lines go; standard output by default. */
  destination?: DestinationStream;
  /** Where JSON lines go besides. */
  files?: DestinationStream | undefined;
}

const SECRET_KEYS = [
  'authorization',
  'cookie',
  '["set-cookie"]',
  'apiKey',
  'accessKey',
  'secretKey',
  'secret',
  'token',
  'password',
];

/**
 * The logger of the process. A line names what happened in `event`, a stable word, and carries the values beside it,
 * with the unit in the key (`durationMs`). Writing is synchronous, so that the last lines before an exit are not lost.
 */
export function createLogger(options: LoggerOptions): Logger {
  const destination = options.destination ?? standardOutput();
  const stream = options.pretty ? prettyStream(destination) : destination;
  return pino(
    {
      level: options.level,
      // Several processes may write of one data folder.
      base: { pid: process.pid },
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: SECRET_KEYS.flatMap(atDepths), censor: '[hidden]' },
    },
    options.files === undefined
      ? stream
      : multistream([stream, options.files].map((one) => ({ level: 'trace' as const, stream: one }))),
  );
}

/** Where lines go without another destination. */
export function standardOutput(): SturdyStream {
  return sturdyStream(fileDestination({ fd: 1, sync: true }), 'standard output');
}

/** A logger whose lines say which part of the program wrote them. */
export function namedLogger(log: Logger, name: string): Logger {
  return log.child({ name });
}

/**
 * A logger for lines that come by the thousand and whose keys are all ours: it looks for nothing to hide, which would
 * take fifteen times as long as to write the line.
 */
export function plainLogger(log: Logger): Logger {
  return log.child({}, { redact: { paths: [] } });
}

const PRETTY = {
  colorize: true,
  singleLine: true,
  translateTime: 'SYS:HH:MM:ss',
  messageFormat: '{event}',
  ignore: 'event,pid',
} as const;

/** Formats in place: the stream of pino-pretty writes later, and loses lines before an exit. */
function prettyStream(destination: DestinationStream): DestinationStream {
  const format = prettyFactory(PRETTY);
  return { write: (line) => destination.write(format(line)) };
}

/** The key itself, and one and two objects deep: a header of a request is two deep. */
function atDepths(key: string): string[] {
  const dotted = key.startsWith('[') ? key : `.${key}`;
  return [key, `*${dotted}`, `*.*${dotted}`];
}
