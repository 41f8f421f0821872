/** The schemas of an export in PostgreSQL, quoted. */
export interface PostgresPlaces {
  served: string;
  loading: string;
  /** The name of the served one, not quoted. */
  schema: string;
}

/** The table of what exports have put into the served schema. */
export const RECORD = 'marquee_export';

/** The table of the steps of the loading. */
export const STEPS = 'marquee_steps';
