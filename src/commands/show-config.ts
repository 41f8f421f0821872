import { withoutPassword } from '../config.ts';
import type { Config } from '../config.ts';

/** `marquee config`: the effective settings as JSON, without secrets: passwords, and the path of the webhook. */
export function showConfig(config: Config): string {
  return JSON.stringify(config, shown, 2);
}

function shown(key: string, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  if (key !== 'webhook') return withoutPassword(value);
  const { protocol, host } = new URL(value);
  return `${protocol}//${host}/***`;
}
