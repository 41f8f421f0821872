/** On every answer: a browser takes it for what it says it is, and nothing else. */
export const NOSNIFF = { 'x-content-type-options': 'nosniff' } as const;
