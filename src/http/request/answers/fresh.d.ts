declare module 'fresh' {
  /**
   * Whether the client's cached answer is fresh, by the conditional headers of its request. The package has no types of
   * its own.
   */
  export default function fresh(request: { 'if-none-match': string }, answer: { etag: string }): boolean;
}
