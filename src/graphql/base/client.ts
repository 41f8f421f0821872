/** What a client may do: `READER` is one that has a token for reading, `ADMIN` may do everything. */
export type Role = 'ANONYMOUS' | 'READER' | 'ADMIN';

/** Who sent a request. */
export interface Client {
  readonly role: Role;
  /** Name of the token, never its text; null for an anonymous client. */
  readonly name: string | null;
  /** What requests of one client are counted under: `token <name>` or `address <address>`. */
  readonly key: string;
}
