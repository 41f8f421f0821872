import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useLocation } from 'preact-iso';

import type { Reply } from '../data/request.ts';
import type { Answer } from '../data/use-answer.ts';
import { useKeptScroll } from '../routing/keep-scroll.ts';
import { TmdbNotice } from './tmdb-notice.tsx';
import { asTime } from '../words/format.ts';
import { Problem } from './problem.tsx';

export interface PageProps<Data> {
  answer: Answer<Data>;
  /** Title of the browser's window. */
  titleOf: (data: Data) => string;
  /** Draws the page; nothing (undefined, null, false) where the data says that there is no such thing. */
  children: (data: Data) => ComponentChildren;
  /** Drawn in that case. */
  missing?: ComponentChildren;
}

/**
 * The frame of a page: what is shown while its one request is under way, if it fails, or if there is no such thing;
 * and, below the content, the link to the query in GraphiQL.
 */
export function Page<Data>({ answer, titleOf, children, missing }: PageProps<Data>): JSX.Element {
  const { reply, problem, isStale } = answer;
  useKeptScroll(reply !== undefined && !isStale);
  const isShown = reply !== undefined && problem === undefined;
  const content = isShown ? children(reply.data) : undefined;
  const isThere = content !== undefined && content !== null && content !== false;
  useEffect(() => {
    if (isShown && isThere) document.title = `${titleOf(reply.data)} · marquee`;
  }, [reply, isShown, isThere]);
  return (
    <main class="content" aria-busy={isStale || (reply === undefined && problem === undefined)}>
      <KeptNotice reply={reply} />
      {problem !== undefined && <Problem problem={problem} retry={answer.retry} />}
      {isShown && <div class={isStale ? 'opacity-60' : ''}>{isThere ? content : missing}</div>}
      {reply === undefined && problem === undefined && <p class="sr-only">Loading …</p>}
      {isShown && noticesOf(reply).map((notice) => <TmdbNotice key={notice} notice={notice} />)}
      {isShown && (
        <p class="no-print mt-12 text-sm">
          <a class="link" href={answer.graphiqlUrl} target="_blank" rel="noreferrer">
            This query in GraphiQL
          </a>
        </p>
      )}
    </main>
  );
}

/** The sentences that an answer must be shown with, besides IMDb's, which the frame has. */
function noticesOf({ dataset }: Reply<unknown>): readonly string[] {
  return dataset?.attributions?.filter((notice) => notice !== dataset.attribution) ?? [];
}

/** Says that an answer is an earlier one, shown without a network. */
function KeptNotice({ reply }: { reply: Reply<unknown> | undefined }): JSX.Element | null {
  if (reply?.keptAt === undefined) return null;
  return (
    <p class="notice" role="status">
      The server cannot be reached. This is the answer of {asTime(reply.keptAt)}
      {reply.dataset !== undefined && <>, from build {reply.dataset.buildId}</>}.
    </p>
  );
}

export interface HeadingProps {
  children: ComponentChildren;
  class?: string;
  /** Whether it takes the focus when one comes from another page, so that screen readers say it; true by default. */
  takesFocus?: boolean;
}

/** Whether a page was shown before this one; the first one leaves the focus where the browser has it. */
let hasShownPage = false;

/** The heading of a page. */
export function Heading({ children, class: className = '', takesFocus = true }: HeadingProps): JSX.Element {
  const { path } = useLocation();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (hasShownPage && takesFocus) heading.current?.focus({ preventScroll: true });
    hasShownPage = true;
  }, [path]);
  return (
    <h1 ref={heading} tabIndex={-1} class={className} dir="auto">
      {children}
    </h1>
  );
}
