import { ClientError } from '../../errors.ts';

const MESSAGE =
  'A file of the data that this asks for is damaged, and there is no other way to read it. /health says which file and ' +
  'what is served instead: send the request again in a moment.';

/** What a client hears who asks for what is in a damaged file; the log has its name. */
export function damagedData(file: string, reason: string): ClientError {
  return new ClientError('DATASET_UNAVAILABLE', MESSAGE, { cause: new Error(`${file} ${reason}`) });
}

/** Whether a read was refused as a file is damaged. */
export function isDamagedData(error: unknown): boolean {
  return error instanceof ClientError && error.message === MESSAGE;
}
