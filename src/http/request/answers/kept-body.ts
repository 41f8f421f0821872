import type { Awaitable } from '../../../graphql/base/awaitable.ts';
import { mapAwaitable } from '../../../graphql/base/awaitable.ts';
import type { Encoding } from './accepted-forms.ts';
import { encode } from './encode.ts';

/** The body of a cached answer. Each encoded form is made when it is first requested, and kept. */
export class KeptBody {
  readonly text: string;
  #encoded: Map<Encoding, Awaitable<Uint8Array>> | undefined;
  readonly #onGrown: () => void;
  #encodedBytes = 0;

  /** `onGrown` is called when a form was added. */
  constructor(text: string, onGrown: () => void = () => undefined) {
    this.text = text;
    this.#onGrown = onGrown;
  }

  /** Approximate size in memory: characters of the text plus bytes of the encoded forms. */
  get size(): number {
    return this.text.length + this.#encodedBytes;
  }

  in(encoding: Encoding): Awaitable<Uint8Array> {
    this.#encoded ??= new Map();
    const kept = this.#encoded.get(encoding);
    if (kept !== undefined) return kept;
    const made = mapAwaitable(encode(this.text, encoding), (bytes) => this.#keep(encoding, bytes));
    // Concurrent requests for the same form share one promise.
    if (made instanceof Promise) this.#encoded.set(encoding, made);
    return made;
  }

  #keep(encoding: Encoding, bytes: Uint8Array): Uint8Array {
    // A copy of exactly this length: zlib returns a view of a larger buffer.
    const kept = new Uint8Array(bytes);
    this.#encoded?.set(encoding, kept);
    this.#encodedBytes += kept.byteLength;
    this.#onGrown();
    return kept;
  }
}
