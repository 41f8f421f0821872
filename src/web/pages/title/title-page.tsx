import type { JSX } from 'preact';

import { useAnswer } from '../../data/use-answer.ts';
import { TitlePageDocument } from '../../generated/graphql.ts';
import { MissingPage } from '../../parts/missing-page.tsx';
import { NotFound } from '../../parts/not-found.tsx';
import { Page } from '../../parts/page.tsx';
import { usePageOf } from '../../parts/pager.tsx';
import { isTmdbId, kindOfId } from '../../routing/kind-of-id.ts';
import { REGION } from '../../words/reader.ts';
import { useQueryString } from '../../routing/use-query-string.ts';
import { AboutTitle } from '../../tmdb/about-title.tsx';
import { CAST_SIZE, TmdbCast } from '../../tmdb/cast.tsx';
import { EpisodePlace } from '../../tmdb/episode-place.tsx';
import { CollectionOf, RecommendationsOf } from '../../tmdb/related-titles.tsx';
import { Akas } from './akas.tsx';
import { CastAndCrew } from './cast-and-crew.tsx';
import { EpisodeLinks } from './episode-links.tsx';
import { Namesakes, Similar } from './similar.tsx';
import { SeriesParts } from './series-parts.tsx';
import { TitleCard } from './title-card.tsx';
import type { PageTitle } from './title-card.tsx';
import { hasTmdbOrder } from './tmdb-order.tsx';
import { TmdbTitlePage } from './tmdb-title-page.tsx';

/** A title of any type, at `/title/:id`. */
export function TitlePage({ id }: { id: string }): JSX.Element {
  const lowered = id.toLowerCase();
  if (kindOfId(id) === 'person') return <MissingPage what="title" />;
  return isTmdbId(id) ? <TmdbTitlePage id={lowered} /> : <TitleWithId id={lowered} />;
}

function TitleWithId({ id }: { id: string }): JSX.Element {
  const { values } = useQueryString();
  const cast = usePageOf('cast', 12);
  const akas = usePageOf('akas', 10);
  const tmdbCast = usePageOf('tmdbCast', CAST_SIZE);
  const answer = useAnswer(TitlePageDocument, {
    id,
    region: REGION,
    castFirst: cast.first,
    castAfter: cast.after,
    castLast: cast.last,
    castBefore: cast.before,
    akasFirst: akas.first,
    akasAfter: akas.after,
    akasLast: akas.last,
    akasBefore: akas.before,
    tmdbCastFirst: tmdbCast.first,
    tmdbCastAfter: tmdbCast.after,
    tmdbCastLast: tmdbCast.last,
    tmdbCastBefore: tmdbCast.before,
    withTmdbOrder: hasTmdbOrder(values),
  });
  return (
    <Page answer={answer} titleOf={({ title }) => title?.displayTitle ?? id} missing={<NotFound what="title" />}>
      {({ title }) =>
        title !== null && (
          <>
            <TitleCard title={title} />
            {title.__typename === 'Episode' && <EpisodeLinks episode={title} />}
            {title.tmdb !== null && <AboutAtTmdb title={title} tmdb={title.tmdb} />}
            {title.__typename === 'Series' && <SeriesParts series={title} />}
            <CastAndCrew title={title} />
            {title.tmdb !== null && title.tmdb.cast.totalCount > title.cast.totalCount && (
              <TmdbCast cast={title.tmdb.cast} name="tmdbCast" url={title.tmdb.url} />
            )}
            <Similar title={title} />
            {title.tmdb !== null && <RecommendationsOf tmdb={title.tmdb} />}
            {title.tmdb !== null && <CollectionOf tmdb={title.tmdb} id={title.id} />}
            <Namesakes title={title} />
            <Akas title={title} />
          </>
        )
      }
    </Page>
  );
}

/** What TMDB says of a title; of an episode, where it has it. */
function AboutAtTmdb({ title, tmdb }: { title: PageTitle; tmdb: NonNullable<PageTitle['tmdb']> }): JSX.Element {
  return title.__typename === 'Episode' ? <EpisodePlace episode={title} tmdb={tmdb} /> : <AboutTitle tmdb={tmdb} />;
}
