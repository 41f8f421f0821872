declare module 'negotiator' {
  /** Reads what a client accepts. The package has no types of its own; this is what is in use. */
  export default class Negotiator {
    constructor(request: { headers: { 'accept-encoding': string } });
    /** Those of `available` that the client takes, what it likes best first, equal ones in the order of `preferred`. */
    encodings<T extends string>(available: readonly T[], options: { preferred: readonly T[] }): T[];
  }
}
