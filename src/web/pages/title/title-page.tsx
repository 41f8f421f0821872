import type { JSX } from 'preact';

import { useAnswer } from '../../data/use-answer.ts';
import { TitlePageDocument } from '../../generated/graphql.ts';
import { MissingPage } from '../../parts/missing-page.tsx';
import { NotFound } from '../../parts/not-found.tsx';
import { Page } from '../../parts/page.tsx';
import { usePageOf } from '../../parts/pager.tsx';
import { kindOfId } from '../../routing/imdb-id.ts';
import { REGION } from '../../words/reader.ts';
import { AboutTitle } from '../../tmdb/about-title.tsx';
import { CollectionOf, RecommendationsOf } from '../../tmdb/related-titles.tsx';
import { Akas } from './akas.tsx';
import { CastAndCrew } from './cast-and-crew.tsx';
import { EpisodeLinks } from './episode-links.tsx';
import { Namesakes, Similar } from './similar.tsx';
import { SeriesParts } from './series-parts.tsx';
import { TitleCard } from './title-card.tsx';

/** A title of any type, at `/title/:id`. */
export function TitlePage({ id }: { id: string }): JSX.Element {
  return kindOfId(id) === 'person' ? <MissingPage what="title" /> : <TitleWithId id={id.toLowerCase()} />;
}

function TitleWithId({ id }: { id: string }): JSX.Element {
  const cast = usePageOf('cast', 12);
  const akas = usePageOf('akas', 10);
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
  });
  return (
    <Page answer={answer} titleOf={({ title }) => title?.displayTitle ?? id} missing={<NotFound what="title" />}>
      {({ title }) =>
        title !== null && (
          <>
            <TitleCard title={title} />
            {title.__typename === 'Episode' && <EpisodeLinks episode={title} />}
            {title.tmdb !== null && <AboutTitle tmdb={title.tmdb} />}
            {title.__typename === 'Series' && <SeriesParts series={title} />}
            <CastAndCrew title={title} />
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
