import { gunzipSync } from 'node:zlib';

import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';

import { startTmdbOrigin, type TmdbOrigin, type TmdbOriginOptions } from '../../../src/demo/tmdb/tmdb-origin.ts';

const NOW = new Date('2026-11-30T12:00:00Z');
const DAY_MS = 86_400_000;
const MOVIE = 'append_to_response=external_ids,credits,keywords,alternative_titles,recommendations';
const TV = 'append_to_response=external_ids,aggregate_credits,keywords,alternative_titles,recommendations';

// The shape of these answers is what the tests look at.
// eslint-disable-next-line typescript/no-explicit-any
type Json = Record<string, any>;

let origin: TmdbOrigin;

beforeAll(async () => {
  origin = await startTmdbOrigin({ scale: 0.0005, seed: 1, now: () => NOW });
});

afterAll(() => origin.close());

test('startTmdbOrigin answers with the fields of TMDB for a film', async () => {
  const { body } = await get(`/3/movie/101?${MOVIE}`);
  expect(Object.keys(body).sort()).toEqual(
    words(`adult alternative_titles backdrop_path belongs_to_collection budget credits external_ids genres homepage id
      imdb_id keywords origin_country original_language original_title overview popularity poster_path
      production_companies production_countries recommendations release_date revenue runtime spoken_languages status
      tagline title video vote_average vote_count`),
  );
  expect(body).toMatchObject({
    id: 101,
    imdb_id: 'tt0900001',
    title: 'Midnight at the Orpheum',
    runtime: 112,
    genres: [
      { id: 18, name: 'Drama' },
      { id: 9648, name: 'Mystery' },
    ],
    belongs_to_collection: { id: 301, name: 'Orpheum Collection' },
    external_ids: { imdb_id: 'tt0900001', wikidata_id: null, facebook_id: null, instagram_id: null, twitter_id: null },
  });
  const [first] = body.credits.cast;
  expect(Object.keys(first).sort()).toEqual(
    words(
      'adult cast_id character credit_id gender id known_for_department name order original_name popularity profile_path',
    ),
  );
  expect(Object.keys(body.credits.crew[0]).sort()).toEqual(
    words('adult credit_id department gender id job known_for_department name original_name popularity profile_path'),
  );
  expect(Object.keys(body.recommendations.results[0]).sort()).toEqual(
    words(`adult backdrop_path genre_ids id media_type original_language original_title overview popularity poster_path
      release_date title video vote_average vote_count`),
  );
  expect(body.keywords.keywords[0]).toEqual({ id: expect.any(Number), name: expect.any(String) });
  expect(body.alternative_titles.titles[0]).toEqual({
    iso_3166_1: 'IT',
    title: expect.any(String),
    type: expect.any(String),
  });
  expect((await get('/3/movie/101/credits')).body).toEqual({ id: 101, ...body.credits });
});

test('startTmdbOrigin answers with the fields of TMDB for a series and its seasons', async () => {
  const { body } = await get(`/3/tv/201?${TV}`);
  expect(Object.keys(body).sort()).toEqual(
    words(`adult aggregate_credits alternative_titles backdrop_path created_by episode_run_time external_ids
      first_air_date genres homepage id in_production keywords languages last_air_date last_episode_to_air name networks
      next_episode_to_air number_of_episodes number_of_seasons origin_country original_language original_name overview
      popularity poster_path production_companies production_countries recommendations seasons spoken_languages status
      tagline type vote_average vote_count`),
  );
  // IMDb has five seasons of ten.
  expect(body.seasons.map((season: Json) => [season.season_number, season.episode_count])).toEqual([
    [0, 1],
    [1, 13],
    [2, 13],
    [3, 13],
    [4, 11],
  ]);
  expect(body).toMatchObject({
    number_of_seasons: 4,
    number_of_episodes: 50,
    last_episode_to_air: { name: 'The Last Lens' },
  });
  expect(body.aggregate_credits.cast[0]).toMatchObject({
    id: 401,
    roles: [{ character: 'Agnes Fairweather', episode_count: expect.any(Number), credit_id: expect.any(String) }],
    total_episode_count: expect.any(Number),
    order: 0,
  });
  expect(body.aggregate_credits.crew[0]).toMatchObject({
    jobs: [{ job: expect.any(String) }],
    department: expect.any(String),
  });
  const season = (await get('/3/tv/201/season/4')).body;
  expect(Object.keys(season).sort()).toEqual(
    words('_id air_date episodes id name networks overview poster_path season_number vote_average'),
  );
  expect(Object.keys(season.episodes[0]).sort()).toEqual(
    words(`air_date crew episode_number episode_type guest_stars id name overview production_code runtime season_number
      show_id still_path vote_average vote_count`),
  );
  expect(season.episodes).toHaveLength(11);
  expect((await get('/3/tv/201/season/5')).body).toMatchObject({ status_code: 34 });
});

test('startTmdbOrigin answers with the fields of TMDB for a person and a collection', async () => {
  const { body } = await get('/3/person/401?append_to_response=external_ids');
  expect(Object.keys(body).sort()).toEqual(
    words(`adult also_known_as biography birthday deathday external_ids gender homepage id imdb_id known_for_department
      name place_of_birth popularity profile_path`),
  );
  expect(body).toMatchObject({ name: 'Marguerite Vallon', imdb_id: 'nm0900001', gender: 1, deathday: null });
  const collection = (await get('/3/collection/301')).body;
  expect(Object.keys(collection).sort()).toEqual(
    words('backdrop_path id name original_language original_name overview parts poster_path'),
  );
  expect(collection.parts.map(({ id, media_type }: Json) => [id, media_type])).toEqual([
    [101, 'movie'],
    [102, 'movie'],
  ]);
});

test('startTmdbOrigin lists genres, where pictures are, and what is under an id of IMDb', async () => {
  expect((await get('/3/genre/movie/list')).body.genres).toHaveLength(19);
  expect((await get('/3/genre/tv/list')).body.genres).toContainEqual({ id: 10_765, name: 'Sci-Fi & Fantasy' });
  const { images } = (await get('/3/configuration')).body;
  expect(images).toMatchObject({
    secure_base_url: `${origin.url}/t/p/`,
    poster_sizes: expect.arrayContaining(['w342']),
  });
  const find = async (id: string): Promise<number[][]> =>
    Object.values((await get(`/3/find/${id}?external_source=imdb_id`)).body).map((list) =>
      list.map((item: Json) => item.id),
    );
  expect(await find('tt0900001')).toEqual([[101], [], [], [], []]);
  expect(await find('tt0900100')).toEqual([[], [], [201], [], []]);
  expect(await find('nm0900001')).toEqual([[], [401], [], [], []]);
  expect(await find('tt9999999')).toEqual([[], [], [], [], []]);
});

test('startTmdbOrigin pages through what discover finds', async () => {
  const films = await pagesOf('/3/discover/movie?');
  expect(new Set(films.map(({ id }) => id)).size).toBe(films.length);
  expect(films.length).toBeGreaterThan(60);
  expect(films.map(({ popularity }) => popularity)).toEqual(
    films.map(({ popularity }) => popularity).sort((a, b) => b - a),
  );
  const of1994 = await pagesOf('/3/discover/movie?primary_release_year=1994');
  expect(of1994.map(({ id }) => id)).toContain(101);
  expect(of1994.every(({ release_date: date }) => date.startsWith('1994-'))).toBe(true);
  const both = await pagesOf('/3/discover/movie?with_genres=18,9648');
  expect(both.length).toBeGreaterThan(0);
  expect(both.every(({ genre_ids: ids }) => ids.includes(18) && ids.includes(9648))).toBe(true);
  const some = await pagesOf('/3/discover/movie?with_genres=18|9648');
  expect(some.length).toBeGreaterThan(both.length);
  const voted = await pagesOf('/3/discover/tv?vote_count.gte=1000');
  expect(voted.map(({ id }) => id)).toContain(201);
  expect(voted.every(({ vote_count: votes }) => votes >= 1000)).toBe(true);
  expect((await get('/3/discover/movie?page=500')).body).toMatchObject({ page: 500, results: [] });
  for (const page of ['0', '501', 'x', '-1']) {
    expect(await get(`/3/discover/movie?page=${page}`)).toMatchObject({ status: 400, body: { status_code: 22 } });
  }
});

test('startTmdbOrigin lists changes of fourteen days at most, and the things have changed', async () => {
  const changed = await pagesOf('/3/movie/changes?start_date=2026-11-16&end_date=2026-11-30');
  expect(changed.length).toBeGreaterThan(3);
  expect(await get('/3/movie/changes?start_date=2026-11-15&end_date=2026-11-30')).toMatchObject({
    status: 422,
    body: { status_code: 20 },
  });
  expect(await get('/3/tv/changes?start_date=yesterday')).toMatchObject({ status: 400, body: { status_code: 23 } });
  expect((await get('/3/person/changes')).body.total_results).toBeGreaterThan(0);

  let today = new Date('2026-11-01T12:00:00Z');
  const moving = await start({ now: () => today });
  const before = new Map<number, string>();
  for (const { id } of changed) before.set(id, JSON.stringify(await get(`/3/movie/${id}`, moving)));
  today = NOW;
  const others: number[] = [];
  for (const { id } of changed) {
    if (JSON.stringify(await get(`/3/movie/${id}`, moving)) === before.get(id)) others.push(id);
  }
  expect(others).toEqual([]);
});

test('startTmdbOrigin publishes lists of ids from 08:00 UTC on, for three months', async () => {
  expect(await at('2026-11-30T07:59:59Z', 'movie_ids_11_30_2026.json.gz')).toBe(404);
  expect(await at('2026-11-30T08:00:00Z', 'movie_ids_11_30_2026.json.gz')).toBe(200);
  expect(await at('2026-11-30T08:00:00Z', 'movie_ids_12_01_2026.json.gz')).toBe(404);
  expect(await at('2027-02-28T08:00:00Z', 'movie_ids_11_30_2026.json.gz')).toBe(200);
  expect(await at('2027-03-05T08:00:00Z', 'movie_ids_11_30_2026.json.gz')).toBe(404);
  expect(await at('2026-11-30T09:00:00Z', 'network_ids_11_30_2026.json.gz')).toBe(404);

  const movies = await idsOf('movie');
  expect(movies[0]).toEqual({
    adult: false,
    id: 101,
    original_title: 'Midnight at the Orpheum',
    popularity: expect.any(Number),
    video: false,
  });
  expect(await idsOf('tv_series')).toContainEqual({
    id: 201,
    original_name: 'The Lighthouse Keepers',
    popularity: expect.any(Number),
  });
  expect(await idsOf('person')).toContainEqual({
    adult: false,
    id: 401,
    name: 'Marguerite Vallon',
    popularity: expect.any(Number),
  });
  expect(await idsOf('collection')).toContainEqual({ id: 301, name: 'Orpheum Collection' });
  const missing: number[] = [];
  for (const { id } of movies) if ((await get(`/3/movie/${id}`)).status !== 200) missing.push(id);
  expect(missing).toEqual([]);
});

test('startTmdbOrigin has what TMDB has: titles of its own, ids of no one, nulls, and titles that differ', async () => {
  const other = await start({ scale: 0.003 });
  const bodies: Json[] = [];
  for (const { id } of await idsOf('movie', other)) bodies.push((await get(`/3/movie/${id}?${MOVIE}`, other)).body);
  const imdbIds = bodies.map(({ imdb_id: id }) => id);
  expect(imdbIds.filter((id) => id === null).length).toBeGreaterThan(10);
  const formed = imdbIds.filter((id) => id !== null);
  expect(formed.filter((id) => !/^tt\d{7,8}$/.test(id)).length).toBeGreaterThan(0);
  const twice = formed.filter((id, nth) => formed.indexOf(id) !== nth);
  expect(twice.length).toBeGreaterThan(1);
  for (const field of ['overview', 'release_date', 'homepage']) {
    expect(bodies.filter((body) => body[field] === '').length).toBeGreaterThan(5);
  }
  expect(bodies.filter(({ poster_path: path }) => path === null).length).toBeGreaterThan(20);
  expect(bodies.filter(({ runtime }) => runtime === 0).length).toBeGreaterThan(20);
  expect(bodies.filter(({ belongs_to_collection: of }) => of !== null).length).toBeGreaterThan(20);
  expect(bodies.filter(({ keywords }) => keywords.keywords.length > 0).length).toBeGreaterThan(bodies.length / 2);
  const collections = new Set(bodies.flatMap(({ belongs_to_collection: of }) => (of === null ? [] : [of.id])));
  for (const id of collections) expect((await get(`/3/collection/${id}`, other)).status).toBe(200);
  expect(await get('/3/movie/1', other)).toMatchObject({ status: 404, body: { success: false, status_code: 34 } });
  expect(await get('/3/movie/x', other)).toMatchObject({ status: 404, body: { status_code: 6 } });
});

test('startTmdbOrigin merges titles: the id is gone, or leads to the other one', async () => {
  let today = new Date('2026-01-01T12:00:00Z');
  const other = await start({ scale: 0.01, now: () => today });
  const before = await idsOf('movie', other, today);
  today = new Date('2028-01-01T12:00:00Z');
  const left = new Set((await idsOf('movie', other, today)).map(({ id }) => id));
  const answers = [];
  for (const { id } of before.filter((movie) => !left.has(movie.id))) {
    const response = await fetch(`${other.baseUrl}/movie/${id}?${MOVIE}`, { ...withToken(other), redirect: 'manual' });
    answers.push({ status: response.status, location: response.headers.get('location') ?? '' });
  }
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([301, 404]));
  const { location } = answers.find(({ status }) => status === 301) as { location: string };
  expect(location).toMatch(/^\/3\/movie\/\d+\?append_to_response=/);
  expect((await get(location, other)).status).toBe(200);
});

test('startTmdbOrigin wants its token, and nothing else has one', async () => {
  const wrong: Record<string, string>[] = [{}, { authorization: 'Bearer other' }, { authorization: origin.token }];
  for (const headers of wrong) {
    const response = await fetch(`${origin.baseUrl}/movie/101`, { headers });
    expect([response.status, await response.json()]).toEqual([
      401,
      { success: false, status_code: 7, status_message: 'Invalid API key: You must be granted a valid key.' },
    ]);
  }
  expect((await fetch(`${origin.baseUrl}/movie/101?api_key=${origin.token}`)).status).toBe(200);
});

test('startTmdbOrigin draws pictures with the letters of the title', async () => {
  const poster = await fetch(`${origin.imageUrl}/w342/poster-movie-101.svg`);
  expect([poster.status, poster.headers.get('content-type')]).toEqual([200, 'image/svg+xml']);
  expect(await poster.text()).toMatch(
    /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" viewBox="0 0 200 300">.*>MAO<\/text><\/svg>$/,
  );
  const sizes = ['w1280/backdrop-movie-101.svg', 'h632/profile-person-401.svg', 'original/poster-collection-301.svg'];
  for (const path of sizes) expect((await fetch(`${origin.imageUrl}/${path}`)).status).toBe(200);
  for (const path of ['w342/poster-movie-1.svg', 'big/poster-movie-101.svg', 'w342/..%2f..%2fetc/passwd']) {
    expect((await fetch(`${origin.imageUrl}/${path}`)).status).toBe(404);
  }
});

test('startTmdbOrigin gives the same answers for the same scale, seed and time', async () => {
  const [one, same, seed] = [await start(), await start(), await start({ seed: 2 })];
  for (const path of [`/3/movie/101?${MOVIE}`, '/3/discover/tv?page=2', '/3/person/changes', '/3/collection/301']) {
    expect(await get(path, same)).toEqual(await get(path, one));
  }
  expect(await idsOf('person', same)).toEqual(await idsOf('person', one));
  expect(await get('/3/discover/tv?page=2', seed)).not.toEqual(await get('/3/discover/tv?page=2', one));
});

test('startTmdbOrigin fails as often as it is told, the same requests with the same seed', async () => {
  const faults = { seed: 5, errors: 0.1, tooMany: 0.1, cut: 0.1 };
  const outcomes = async (): Promise<string[]> => {
    const other = await start({ faults });
    const list: string[] = [];
    for (let nth = 0; nth < 300; nth += 1) list.push(await outcomeOf(`/3/movie/101?nth=${nth}`, other));
    expect(other.log.statuses.get(0)).toBe(list.filter((outcome) => outcome === 'cut').length);
    expect([...other.log.answered.values()].reduce((sum, count) => sum + count, 0)).toBe(
      list.filter((outcome) => outcome === '200').length,
    );
    return list;
  };
  const first = await outcomes();
  const counts = Map.groupBy(first, (outcome) => outcome);
  expect([...counts.keys()].sort()).toEqual(['200', '429 25', '500', '502', '503', '504', 'cut']);
  expect(counts.get('200')?.length).toBeGreaterThan(180);
  expect(counts.get('200')?.length).toBeLessThan(240);
  expect(await outcomes()).toEqual(first);
});

test('startTmdbOrigin answers 429 beyond its rate, slowly where told, with what a test makes of an answer', async () => {
  const limited = await start({ faults: { limitPerSecond: 5 } });
  const statuses = await Promise.all(
    Array.from({ length: 30 }, async () => fetch(`${limited.baseUrl}/genre/tv/list`, withToken(limited))),
  );
  const refused = statuses.filter(({ status }) => status === 429);
  expect(refused.length).toBeGreaterThan(10);
  expect(refused[0]?.headers.get('retry-after')).toBe('1');
  limited.faults = { isBroken: (path) => path === '/3/movie/102' };
  expect([(await get('/3/movie/102', limited)).status, (await get('/3/movie/101', limited)).status]).toEqual([
    500, 200,
  ]);
  limited.faults = { change: (path, body) => (path === '/3/movie/101' ? { ...body, title: null } : body) };
  expect((await get('/3/movie/101', limited)).body['title']).toBeNull();
  limited.faults = { slow: 1, slowMs: 120 };
  const begun = performance.now();
  await get('/3/movie/101', limited);
  expect(performance.now() - begun).toBeGreaterThan(110);
});

async function at(time: string, file: string): Promise<number> {
  const other = await start({ now: () => new Date(time) });
  return (await fetch(`${other.exportUrl}/${file}`)).status;
}

async function start(options: Partial<TmdbOriginOptions> = {}): Promise<TmdbOrigin> {
  const other = await startTmdbOrigin({ scale: 0.0005, seed: 1, now: () => NOW, ...options });
  onTestFinished(() => other.close());
  return other;
}

function withToken({ token }: TmdbOrigin): RequestInit {
  return { headers: { authorization: `Bearer ${token}` } };
}

async function get(path: string, from = origin): Promise<{ status: number; body: Json }> {
  const response = await fetch(`${from.url}${path}`, withToken(from));
  return { status: response.status, body: (await response.json()) as Json };
}

async function outcomeOf(path: string, from: TmdbOrigin): Promise<string> {
  try {
    const response = await fetch(`${from.url}${path}`, withToken(from));
    const text = await response.text();
    return response.status === 429 ? `429 ${(JSON.parse(text) as Json)['status_code']}` : String(response.status);
  } catch {
    return 'cut';
  }
}

async function pagesOf(path: string): Promise<Json[]> {
  const results: Json[] = [];
  for (let page = 1; ; page += 1) {
    const { body } = await get(`${path}&page=${page}`);
    results.push(...body['results']);
    if (page >= body['total_pages']) {
      expect(results).toHaveLength(body['total_results']);
      return results;
    }
  }
}

/** What the list of ids of the day before a time has. */
async function idsOf(kind: string, from = origin, now = NOW): Promise<Json[]> {
  const [year = '', month = '', day = ''] = new Date(now.getTime() - DAY_MS).toISOString().slice(0, 10).split('-');
  const response = await fetch(`${from.exportUrl}/${kind}_ids_${month}_${day}_${year}.json.gz`);
  const text = gunzipSync(Buffer.from(await response.arrayBuffer())).toString();
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Json);
}

function words(text: string): string[] {
  return text.split(/\s+/).filter(Boolean).sort();
}
