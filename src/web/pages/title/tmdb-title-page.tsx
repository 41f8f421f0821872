import type { JSX } from 'preact';

import { useAnswer } from '../../data/use-answer.ts';
import { TmdbTitlePageDocument } from '../../generated/graphql.ts';
import { Fact } from '../../parts/facts.tsx';
import { NotFound } from '../../parts/not-found.tsx';
import { Page } from '../../parts/page.tsx';
import { usePageOf } from '../../parts/pager.tsx';
import { useOwnAddress } from '../../routing/use-own-address.ts';
import { AboutTitle } from '../../tmdb/about-title.tsx';
import { CAST_SIZE, TmdbCast } from '../../tmdb/cast.tsx';
import { TmdbCrew } from '../../tmdb/crew.tsx';
import { CollectionOf, RecommendationsOf } from '../../tmdb/related-titles.tsx';
import { asDollars, asList } from '../../words/format.ts';
import { languageName } from '../../words/markets.ts';
import { REGION } from '../../words/reader.ts';
import { OtherNames } from './other-names.tsx';
import { TmdbTitleCard } from './tmdb-title-card.tsx';
import type { TmdbPageTitle } from './tmdb-title-card.tsx';

/** A title that TMDB alone has, by TMDB's id. One that IMDb has too, or that TMDB has merged, has another address. */
export function TmdbTitlePage({ id }: { id: string }): JSX.Element {
  const cast = usePageOf('cast', CAST_SIZE);
  const names = usePageOf('names', 20);
  const answer = useAnswer(TmdbTitlePageDocument, {
    id,
    region: REGION,
    castFirst: cast.first,
    castAfter: cast.after,
    castLast: cast.last,
    castBefore: cast.before,
    namesFirst: names.first,
    namesAfter: names.after,
    namesLast: names.last,
    namesBefore: names.before,
  });
  const found = answer.isStale ? undefined : answer.reply?.data.titleBy?.id;
  useOwnAddress(found === undefined || found === id ? undefined : `/title/${found}`);
  return (
    <Page answer={answer} titleOf={({ titleBy }) => titleBy?.displayTitle ?? id} missing={<NotFound what="title" />}>
      {({ titleBy: title }) =>
        title !== null && (
          <>
            <TmdbTitleCard title={title} />
            {title.tmdb !== null && <AtTmdb id={title.id} tmdb={title.tmdb} />}
          </>
        )
      }
    </Page>
  );
}

function AtTmdb({ id, tmdb }: { id: string; tmdb: NonNullable<TmdbPageTitle['tmdb']> }): JSX.Element {
  const { url, spokenLanguages, budget, revenue, cast, crew, alternativeTitles } = tmdb;
  return (
    <>
      <AboutTitle tmdb={tmdb} source="any">
        <Fact name="Spoken">{asList(spokenLanguages.map(languageName))}</Fact>
        <Fact name="Budget">{budget !== null && asDollars(budget)}</Fact>
        <Fact name="Revenue">{revenue !== null && asDollars(revenue)}</Fact>
      </AboutTitle>
      <TmdbCast cast={cast} name="cast" url={url} />
      <TmdbCrew crew={crew} url={url} />
      <RecommendationsOf tmdb={tmdb} />
      <CollectionOf tmdb={tmdb} id={id} />
      <OtherNames names={alternativeTitles} url={url} />
    </>
  );
}
