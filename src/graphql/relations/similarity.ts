import type { Similarity, SimilarityReason } from '../../store/relations/title-likeness.ts';
import { builder } from '../base/builder.ts';
import { costs } from '../base/cost.ts';

const SimilarityReasonKindEnum = builder.enumType('SimilarityReasonKind', {
  description: 'What two titles have in common.',
  values: {
    PERSON: {
      description:
        'A person with a credit on both, weighted by role and billing, and by how few other titles they have.',
    },
    GENRE: { description: 'A genre of both, alone and in pairs with others; rare genres and rare pairs weigh more.' },
    TITLE_WORDS: { description: 'Words in both titles; rare words weigh more, and the commonest nothing.' },
    ERA: { description: 'The years of both; the weight falls to a third in 15 years.' },
    SERIES: {
      description:
        'The name of a series in both titles: the whole title or what stands before its subtitle, without article and number. It is what sequels and remakes share.',
    },
    COLLECTION: {
      description:
        "A collection of TMDB's that both are in; it stands for the name of a series, too. Only where the server lets TMDB's data count.",
    },
    KEYWORD: {
      description:
        "A keyword that TMDB has for both; rare keywords weigh more. Only where the server lets TMDB's data count.",
    },
    KEYWORD_WORDS: {
      description:
        'Words in TMDB\'s keywords of both, such as "space" in "space travel" and "space opera". Only where the server lets TMDB\'s data count.',
    },
    OVERVIEW_WORDS: {
      description:
        "Words in TMDB's overviews of both; rare words weigh more, and the commonest nothing. Only where the server lets TMDB's data count.",
    },
  } as const,
});

export const SimilarityReasonRef = builder.objectRef<SimilarityReason>('SimilarityReason').implement({
  description: 'A reason for the similarity of two titles.',
  fields: (t) => ({
    kind: t.expose('kind', { type: SimilarityReasonKindEnum, description: 'Kind of the reason.' }),
    detail: t.exposeString('detail', {
      description:
        'Name of the person, the genre, the words, the years, the name of the series in lower case, the name of the collection, or the keyword.',
    }),
    weight: t.exposeFloat('weight', {
      description: 'Part of the score, from 0 to 1. The weights of all reasons sum up to the score.',
    }),
  }),
});

/** How the score comes about, for descriptions. */
export const MEASURE =
  "Cosine of the two titles' features (people 0.36, genres 0.46, era 0.12, words of the title 0.06), times the fame of both (0.25 without votes to 1 with a million, by the logarithm), and times 0.8 for different kinds of works (0.5 for an episode and another kind). The name of a series raises it by up to 0.6 of what is missing to 1. It is 0 between adult and other titles. Where the server lets TMDB's data count, keywords and overviews of both titles raise the cosine by a part of what is missing to 1, and a collection of both counts as the name of a series.";

export const SimilarityRef = builder.objectRef<Similarity>('Similarity').implement({
  description: 'How similar two titles are, by the measure of the lists of similar titles.',
  fields: (t) => ({
    score: t.exposeFloat('score', {
      description: `Similarity from 0 to 1, with four decimals, the same both ways. ${MEASURE}`,
    }),
    reasons: t.field({
      type: [SimilarityReasonRef],
      extensions: costs({ weight: 100, rows: 10 }),
      description: 'Reasons, the greatest weight first, at most 20. Empty if the score is 0.',
      resolve: ({ reasons }) => reasons(),
    }),
  }),
});
