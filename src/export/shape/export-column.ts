import type { Content } from '../../dataset/tables/column.ts';

/** What a column of an exported table holds: what IMDb's have, and what those of TMDB have besides. */
export type ExportContent =
  | Content
  /** Text of any length. */
  | { kind: 'long text' }
  /** A whole number of at most 53 bits. */
  | { kind: 'big integer' }
  | { kind: 'integer list' }
  /** A number of double precision. */
  | { kind: 'number' };

export interface ExportColumn {
  /** IMDb's name, `primaryTitle`. */
  name: string;
  /** Its name in the Parquet table. */
  from: string;
  content: ExportContent;
  nullable: boolean;
  /** What it means, as one sentence. */
  meaning: string;
}
