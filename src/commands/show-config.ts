import type { Config } from '../config.ts';

/** `marquee config`: the effective settings as JSON. An address with a password in it is shown without. */
export function showConfig(config: Config): string {
  return JSON.stringify(config, (_, value: unknown) => (typeof value === 'string' ? withoutPassword(value) : value), 2);
}

function withoutPassword(text: string): string {
  return text.replace(/^([a-z]+:\/\/)[^/@]+@/, '$1***@');
}
