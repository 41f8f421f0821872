const HEAD_CHARACTERS = 1000;
const TAIL_CHARACTERS = 500;

/**
 * Cuts the middle out of a long message. A message may quote what the client sent and end with what is wrong with it.
 */
export function shortened(message: string): string {
  if (message.length <= HEAD_CHARACTERS + TAIL_CHARACTERS) return message;
  return `${message.slice(0, HEAD_CHARACTERS)} … ${message.slice(-TAIL_CHARACTERS)}`;
}
