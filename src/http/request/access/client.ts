import type { Client } from '../../../graphql/base/client.ts';
import { clientNetwork } from '../address/plain-address.ts';

export type { Client, Role } from '../../../graphql/base/client.ts';

/** A client without a token, known by its address alone, which is looked up when somebody asks for its key. */
export function anonymousClient(addressOf: () => string): Client {
  return new AnonymousClient(addressOf);
}

class AnonymousClient implements Client {
  readonly role = 'ANONYMOUS';
  readonly name = null;
  readonly #addressOf: () => string;

  constructor(addressOf: () => string) {
    this.#addressOf = addressOf;
  }

  get key(): string {
    return `address ${clientNetwork(this.#addressOf()) || 'unknown'}`;
  }
}
