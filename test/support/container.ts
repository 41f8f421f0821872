import { readFileSync } from 'node:fs';

import { parseDocument } from 'yaml';
import type { SchemaOptions } from 'yaml';

export const ROOT = new URL('../../', import.meta.url);

export interface Instruction {
  /** `COPY`, in upper case. */
  name: string;
  /** All that follows it, on one line. */
  rest: string;
}

/** What of a compose file matters here. */
export interface Compose {
  services: Record<string, Service>;
  volumes?: Record<string, unknown>;
}

export interface Service {
  user?: string;
  init?: boolean;
  ports?: string[];
  environment?: Record<string, string | number>;
  volumes?: string[];
  stop_grace_period?: string;
}

/** The Dockerfile's instructions: comments are left out, and lines that go on are one. */
export function readDockerfile(): Instruction[] {
  const text = readFileSync(new URL('Dockerfile', ROOT), 'utf8');
  return text
    .replaceAll(/^#.*\n/gm, '')
    .replaceAll(/\\\n\s*/g, '')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [, name = '', rest = ''] = /^(\S+)\s+(.*)$/.exec(line) ?? [];
      return { name, rest };
    });
}

/** What the image sets in the environment of its process. */
export function imageEnvironment(): Record<string, string> {
  const pairs = restOf('ENV').split(' ');
  return Object.fromEntries(pairs.map((pair) => [pair.split('=', 1).join(), pair.slice(pair.indexOf('=') + 1)]));
}

/** The words of `CMD`, or of the command of `HEALTHCHECK`: both are in exec form, without a shell. */
export function execForm(name: 'CMD' | 'HEALTHCHECK'): string[] {
  const words: unknown = JSON.parse(restOf(name).replace(/^(--\S+ )*(CMD )?/, ''));
  if (!Array.isArray(words)) throw new Error(`${name} is not in exec form`);
  return words.map(String);
}

/** What follows the last instruction of that name: that of the image itself. */
export function restOf(name: string): string {
  const found = readDockerfile().findLast((instruction) => instruction.name === name);
  if (found === undefined) throw new Error(`the Dockerfile has no ${name}`);
  return found.rest;
}

/** Compose's own tag, for a list that takes the place of another. */
const OVERRIDE: NonNullable<SchemaOptions['customTags']> = [
  { tag: '!override', collection: 'seq', resolve: (value) => value },
];

/** @throws Error with the lines of YAML that do not parse. */
export function readCompose(text = readFileSync(new URL('docker-compose.yml', ROOT), 'utf8')): Compose {
  const document = parseDocument(text, { customTags: OVERRIDE });
  const problems = [...document.errors, ...document.warnings];
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join('\n'));
  return document.toJS() as Compose;
}

/** Source and target of `source:target[:mode]`. */
export function mountOf(volume: string): { source: string; target: string } {
  const [source = '', target = ''] = volume.split(':');
  return { source, target };
}
