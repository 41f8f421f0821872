/** Documents as clients' compilers write them: what a page of an application asks for. */
export interface ClientDocument {
  name: string;
  query: string;
  variables: Record<string, unknown>;
}

const SERIES = 'tt0900100';
const TITLE = 'tt0900001';
const PERSON = 'nm0900001';

/** As Relay's compiler prints them: ids and `__typename` wherever a type is abstract, and cursors of each page. */
export const RELAY: readonly ClientDocument[] = [
  {
    name: 'a page of titles that is paginated',
    variables: { count: 50, cursor: null },
    query: `query TitlesPageQuery($count: Int!, $cursor: String) { ...TitlesList_query }
      fragment TitlesList_query on Query {
        titles(first: $count, after: $cursor, orderBy: [{ field: VOTES }]) {
          edges { node { ...TitleCard_title id __typename } cursor }
          pageInfo { endCursor hasNextPage }
        }
      }
      fragment TitleCard_title on Title {
        __isTitle: __typename primaryTitle titleType startYear genres rating { average votes }
        cast(first: 5) { edges { node { characters person { ...PersonLink_person id } } cursor } pageInfo { endCursor hasNextPage } }
      }
      fragment PersonLink_person on Person { primaryName id }`,
  },
  {
    name: 'a title with all that its page shows',
    variables: { id: TITLE, credits: 100 },
    query: `query TitlePageQuery($id: ID!, $credits: Int!) {
        node(id: $id) { __typename ...TitlePage_title ...TitleCredits_title id }
      }
      fragment TitlePage_title on Title {
        __isTitle: __typename id primaryTitle originalTitle runtimeMinutes genres rating { average votes }
        akas(first: 50) { edges { node { title region language } cursor } pageInfo { endCursor hasNextPage } totalCount }
      }
      fragment TitleCredits_title on Title {
        credits(first: $credits) {
          edges {
            node {
              category characters job
              person { primaryName birthYear knownFor { __typename primaryTitle startYear rating { average } id } id }
            }
            cursor
          }
          pageInfo { endCursor hasNextPage hasPreviousPage startCursor }
          totalCount
        }
      }`,
  },
  {
    name: 'a person with everything they worked on',
    variables: { id: PERSON, count: 500, cursor: null },
    query: `query PersonPageQuery($id: ID!, $count: Int!, $cursor: String) { person(id: $id) { ...Filmography_person id } }
      fragment Filmography_person on Person {
        primaryName birthYear deathYear primaryProfessions
        knownFor { __typename id primaryTitle startYear rating { average votes } }
        credits(first: $count, after: $cursor) {
          edges {
            node { category characters title { __typename ...Row_title id } }
            cursor
          }
          pageInfo { endCursor hasNextPage }
        }
        id
      }
      fragment Row_title on Title {
        __isTitle: __typename primaryTitle titleType startYear genres rating { average votes }
        ... on Episode { seasonNumber episodeNumber series { primaryTitle id } }
      }`,
  },
  {
    name: 'the episodes of a series, season by season',
    variables: { id: SERIES },
    query: `query SeriesPageQuery($id: ID!) { node(id: $id) { __typename ...Seasons_series id } }
      fragment Seasons_series on Series {
        primaryTitle
        seasons { number episodes(first: 50) { edges { node { ...Row_episode id __typename } cursor } pageInfo { endCursor hasNextPage } totalCount } }
      }
      fragment Row_episode on Episode { primaryTitle seasonNumber episodeNumber startYear rating { average votes } }`,
  },
  {
    name: 'a search whose hits are cards',
    variables: { text: 'the', count: 100, cursor: null },
    query: `query SearchQuery($text: String!, $count: Int!, $cursor: String) {
        search(query: $text, first: $count, after: $cursor) {
          edges {
            node {
              score matchedText
              node {
                __typename
                ... on Title { __isTitle: __typename primaryTitle startYear rating { average votes } cast(first: 3) { edges { node { person { primaryName id } } } } }
                ... on Person { primaryName knownFor { __typename primaryTitle id } }
                ... on Node { __isNode: __typename id }
              }
            }
            cursor
          }
          pageInfo { endCursor hasNextPage }
        }
      }`,
  },
];

/** As Apollo's client sends them: `__typename` in every selection. */
export const APOLLO: readonly ClientDocument[] = [
  {
    name: 'a front page of several shelves',
    variables: {},
    query: `fragment Card on Title { id primaryTitle startYear genres rating { average votes __typename } __typename }
      query Home {
        best: chart(kind: TOP_RATED_MOVIES, first: 50, minVotes: 5) { nodes { rank weightedRating title { ...Card __typename } __typename } __typename }
        series: chart(kind: TOP_RATED_SERIES, first: 50, minVotes: 5) { nodes { rank weightedRating title { ...Card __typename } __typename } __typename }
        newest: titles(first: 50, orderBy: [{ field: YEAR }]) { nodes { ...Card __typename } __typename }
        chance: randomTitles(first: 10, seed: "today") { nodes { ...Card __typename } __typename }
        genres { word count __typename }
      }`,
  },
  {
    name: 'a filtered page with its facets',
    variables: { first: 100, filter: { votes: { min: 5 } } },
    query: `query Browse($first: Int, $filter: TitleFilter) {
        titles(first: $first, filter: $filter) {
          totalCount
          facets { genre { value count __typename } decade { value count __typename } type { value count __typename } __typename }
          nodes { id primaryTitle titleType startYear runtimeMinutes genres rating { average votes __typename } directors(first: 5) { nodes { id primaryName __typename } __typename } __typename }
          pageInfo { hasNextPage endCursor __typename }
          __typename
        }
      }`,
  },
  {
    name: 'a title, its people and what they are known for',
    variables: { id: TITLE },
    query: `query Details($id: ID!) {
        title(id: $id) {
          id primaryTitle originalTitle startYear genres
          rating { average votes __typename }
          directors { nodes { id primaryName __typename } __typename }
          writers { nodes { id primaryName __typename } __typename }
          cast(first: 50) {
            nodes { characters person { id primaryName birthYear knownFor { id primaryTitle startYear rating { average __typename } __typename } __typename } __typename }
            __typename
          }
          akas(first: 100) { nodes { title region language types __typename } __typename }
          ... on Series { seasons { number episodes(first: 100) { nodes { id primaryTitle episodeNumber rating { average votes __typename } __typename } __typename } __typename } __typename }
          __typename
        }
      }`,
  },
  {
    name: 'a person and whom they worked with',
    variables: { id: PERSON },
    query: `query Colleagues($id: ID!) {
        person(id: $id) {
          id primaryName
          credits(first: 100) {
            nodes {
              category
              title { id primaryTitle startYear cast(first: 10) { nodes { person { id primaryName __typename } __typename } __typename } __typename }
              __typename
            }
            pageInfo { hasNextPage endCursor __typename }
            __typename
          }
          __typename
        }
      }`,
  },
  {
    name: 'a list of favourites by their ids',
    variables: { titles: Array.from({ length: 100 }, () => TITLE), people: Array.from({ length: 100 }, () => PERSON) },
    query: `query Favourites($titles: [ID!]!, $people: [ID!]!) {
        titlesByIds(ids: $titles) { id primaryTitle titleType startYear genres rating { average votes __typename } cast(first: 10) { nodes { characters person { id primaryName __typename } __typename } __typename } __typename }
        peopleByIds(ids: $people) { id primaryName knownFor { id primaryTitle __typename } __typename }
      }`,
  },
];
