/**
 * Header by which the service worker says when it kept an answer. A type, because the service worker is one file that
 * imports nothing.
 */
export type KeptAtHeader = 'x-kept-at';
