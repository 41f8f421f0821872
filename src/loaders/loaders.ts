import type { Manifest } from '../dataset/builds/manifest.ts';
import type { Career, CareerFilter, CareerOrderField } from '../store/charts/careers.ts';
import type { ChartEntry, ChartKind, ChartTerms } from '../store/charts/chart.ts';
import type { Enumeration, WordCount } from '../store/titles/enumerations.ts';
import type {
  AdultContent,
  Aka,
  AkaFilter,
  CreditFilter,
  CreditOrderField,
  Crew,
  EpisodeOrderField,
  FacetBucket,
  OrderBy,
  Person,
  PersonCredit,
  PersonFacet,
  PersonFilter,
  PersonOrderField,
  SearchHit,
  SearchList,
  SearchRequest,
  Title,
  TitleCredit,
  TitleFacet,
  TitleFilter,
  TitleOrderField,
} from '../store/model/model.ts';
import type { Pageable } from '../store/model/page.ts';
import type { SuggestRequest } from '../store/search/suggest.ts';

/**
 * Everything a resolver may ask: one set for each request, over the one build that the request leases. Lookups of
 * one tick become one batch; the batches of requests in flight are joined behind it.
 */
export interface Loaders {
  dataset: { manifest: Manifest; version: number };
  titles: {
    /** null for an unknown id. */
    byId(id: number): Promise<Title | null>;
    list(filter: TitleFilter, orderBy: readonly OrderBy<TitleOrderField>[]): Pageable<Title>;
    facet(filter: TitleFilter, facet: TitleFacet): Promise<readonly FacetBucket<TitleFilter>[]>;
    chart(
      kind: ChartKind,
      filter: TitleFilter,
      minVotes: number,
    ): Promise<{ terms: ChartTerms; entries: Pageable<ChartEntry> }>;
    /** The same for the same seed; each as likely as every other that passes the filter. */
    random(filter: TitleFilter, picks: { seed: string; count: number }): Promise<readonly Title[]>;
  };
  people: {
    byId(id: number): Promise<Person | null>;
    list(filter: PersonFilter, orderBy: readonly OrderBy<PersonOrderField>[]): Pageable<Person>;
    facet(filter: PersonFilter, facet: PersonFacet): Promise<readonly FacetBucket<PersonFilter>[]>;
  };
  careers: {
    list(filter: CareerFilter, orderBy: CareerOrderField): Pageable<Career>;
  };
  credits: {
    /** In billing order. */
    ofTitle(titleId: number, filter: CreditFilter): Promise<Pageable<TitleCredit>>;
    ofPerson(
      personId: number,
      filter: CreditFilter,
      orderBy: readonly OrderBy<CreditOrderField>[],
    ): Promise<Pageable<PersonCredit>>;
    /** The credit at a place in a title's billing: what a person's credit lacks. */
    at(titleId: number, billingOrder: number): Promise<TitleCredit | null>;
  };
  crew: {
    /** People who are not in the data are left out. */
    ofTitle(titleId: number, role: keyof Crew): Promise<Pageable<Person>>;
  };
  akas: {
    ofTitle(titleId: number, filter: AkaFilter): Promise<Pageable<Aka>>;
    /** The title under which the market or language knows it; null where no aka fits. */
    displayTitle(titleId: number, wanted: { region?: string; language?: string }): Promise<string | null>;
  };
  episodes: {
    /** Season numbers in order, null last where some episodes have none. */
    seasons(seriesId: number): Promise<readonly (number | null)[]>;
    /** All episodes, or those of one season; null is the season of those without a number. */
    ofSeries(
      seriesId: number,
      season: number | null | undefined,
      orderBy: readonly OrderBy<EpisodeOrderField>[],
    ): Promise<Pageable<Title>>;
    /** The episodes before and after this one in the order of its series, the unnumbered ones last. */
    neighbours(episode: Title): Promise<{ previous: Title | null; next: Title | null }>;
  };
  /** The words there are, the most frequent first. */
  enumerations: { of(enumeration: Enumeration, adult: AdultContent): Promise<readonly WordCount[]> };
  search: {
    list(request: SearchRequest): SearchList;
    /** The most popular first. */
    suggest(request: SuggestRequest): Promise<readonly SearchHit[]>;
  };
}
