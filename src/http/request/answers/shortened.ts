const HEAD_CHARACTERS = 1000;
const TAIL_CHARACTERS = 500;

/** A message without the middle of what a client has sent, where that is long: what is wrong with it often stands behind. */
export function shortened(message: string): string {
  if (message.length <= HEAD_CHARACTERS + TAIL_CHARACTERS) return message;
  return `${message.slice(0, HEAD_CHARACTERS)} … ${message.slice(-TAIL_CHARACTERS)}`;
}
