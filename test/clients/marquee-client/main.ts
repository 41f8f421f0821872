// In your project: from 'marquee/client'.
import { labels, SeriesWithEpisodesDocument, TitleWithCreditsDocument } from '../../../client/index.js';
import { createApollo, createUrql } from './clients.ts';

const url = process.argv[2] ?? 'http://localhost:4000/graphql';

// The answers to the documents of the package have types.
const apollo = createApollo(url);
const film = await apollo.query({ query: TitleWithCreditsDocument });
const genres = film.data?.title?.genres.map((genre) => labels.Genre[genre]);
console.log(`${film.data?.title?.primaryTitle}: ${genres?.join(', ')}`);
apollo.stop();

const urql = createUrql(url);
const series = await urql.query(SeriesWithEpisodesDocument, {});
console.log(`${series.data?.title?.primaryTitle}, ${series.data?.title?.startYear}`);
