import type { DataSource } from '../generated/graphql.ts';

/** Whose titles and people a list has, as an address says it in `source`; those of IMDb where it says nothing. */
const SOURCES = { any: 'ANY', tmdb: 'TMDB' } as const satisfies Record<string, DataSource>;

export type SourceName = keyof typeof SOURCES;

/** The source that an address names; undefined for IMDb. */
export function sourceNameOf(text: string | undefined): SourceName | undefined {
  return text !== undefined && Object.hasOwn(SOURCES, text) ? (text as SourceName) : undefined;
}

/** The source that an address asks for; undefined for IMDb, which documents ask by themselves. */
export function sourceOf(text: string | undefined): DataSource | undefined {
  const name = sourceNameOf(text);
  return name && SOURCES[name];
}
