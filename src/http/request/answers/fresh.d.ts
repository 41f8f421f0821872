declare module 'fresh' {
  /** Whether a client has an answer, after the conditional headers of its request. The package has no types of its own. */
  export default function fresh(request: { 'if-none-match': string }, answer: { etag: string }): boolean;
}
