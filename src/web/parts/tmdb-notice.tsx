import type { JSX } from 'preact';

import { TmdbMark } from './tmdb-mark.tsx';

export interface TmdbNoticeProps {
  /** The sentence, as the server has it. */
  notice: string;
  class?: string;
}

/** TMDB's name and the sentence that its terms require, on each page that shows its data. */
export function TmdbNotice({ notice, class: className = 'mt-12' }: TmdbNoticeProps): JSX.Element {
  return (
    <p class={`${className} text-sm text-soft`}>
      <a href="https://www.themoviedb.org/" rel="noreferrer">
        <TmdbMark />
      </a>{' '}
      {notice}
    </p>
  );
}
