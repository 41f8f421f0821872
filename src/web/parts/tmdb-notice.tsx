import type { JSX } from 'preact';

import logo from './tmdb-logo.svg';

export interface TmdbNoticeProps {
  /** The sentence, as the server has it. */
  notice: string;
  class?: string;
}

/** TMDB's logo and the sentence that its terms require, on each page that shows its data. */
export function TmdbNotice({ notice, class: className = 'mt-12' }: TmdbNoticeProps): JSX.Element {
  return (
    <p class={`${className} text-sm text-soft`}>
      <a href="https://www.themoviedb.org/" rel="noreferrer">
        <img class="inline-block h-3 w-auto" src={logo} width="92" height="12" alt="TMDB" />
      </a>{' '}
      {notice}
    </p>
  );
}
