import type { DestinationStream, Logger } from 'pino';

import { destination as fileDestination, multistream, pino, stdTimeFunctions } from 'pino';
import { prettyFactory } from 'pino-pretty';

import { sturdyStream } from './sturdy-stream.ts';
import type { SturdyStream } from './sturdy-stream.ts';
import { terminalLine } from './terminal-line.ts';

export type { Logger };

export interface LoggerOptions {
  /** Lowest level that is written. */
  level: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent';
  /** Whether lines are for people instead of JSON. */
  pretty: boolean;
  /** Whether the destination gets nothing below a warning for now: progress bars are shown there. */
  isQuiet?: (() => boolean) | undefined;
  /** Stream for the lines; by default standard output. */
  destination?: DestinationStream;
  /** Additional stream for JSON lines. */
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
 * Creates the logger of the process. A line has a stable name in `event` and values in other keys, with units in the
 * names of the keys (`durationMs`). Writes are synchronous, so that the last lines before an exit are not lost.
 */
export function createLogger(options: LoggerOptions): Logger {
  const destination = options.destination ?? standardOutput();
  const stream = options.pretty ? prettyStream(destination, options.isQuiet) : destination;
  return pino(
    {
      level: options.level,
      // Several processes may log about one data folder.
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

/** The default stream for lines. */
export function standardOutput(): SturdyStream {
  return sturdyStream(fileDestination({ fd: 1, sync: true }), 'standard output');
}

/** A logger whose lines name the part of the program that wrote them. */
export function namedLogger(log: Logger, name: string): Logger {
  return log.child({ name });
}

/**
 * A logger without redaction, for lines that are frequent and have only our own keys: redaction takes fifteen times as
 * long as writing the line.
 */
export function plainLogger(log: Logger): Logger {
  return log.child({}, { redact: { paths: [] } });
}

/** A stream that formats synchronously: pino-pretty's own stream writes later and loses lines before an exit. */
function prettyStream(destination: DestinationStream, isQuiet: () => boolean = () => false): DestinationStream {
  const format = prettyFactory({
    translateTime: 'SYS:HH:MM:ss',
    messageFormat: (fields) => terminalLine(fields),
    // Of objects the stack of an error alone.
    include: 'level,time,err',
  });
  return {
    write(line) {
      if (!isQuiet() || URGENT.test(line)) destination.write(format(line));
    },
  };
}

const URGENT = /"level":"(?:warn|error|fatal)"/;

/** Paths of a key at the top level and inside one or two objects: a header of a request is two deep. */
function atDepths(key: string): string[] {
  const dotted = key.startsWith('[') ? key : `.${key}`;
  return [key, `*${dotted}`, `*.*${dotted}`];
}
