declare module 'negotiator' {
  /**
   * Content negotiation by the headers of a request. The package has no types of its own; these are the methods in use.
   */
  export default class Negotiator {
    constructor(request: { headers: { 'accept-encoding': string } });
    /**
     * The codings of `available` that the client accepts, in its order of preference, ties in the order of `preferred`.
     */
    encodings<T extends string>(available: readonly T[], options: { preferred: readonly T[] }): T[];
  }
}
