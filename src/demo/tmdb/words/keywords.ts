import type { Dice } from '../../chance/random.ts';

export interface TmdbKeyword {
  id: number;
  name: string;
}

const FIRST_ID = 180_000;

/** Keywords by the genre of IMDb that they come with; those of '' come with any. */
const BY_GENRE: Record<string, string> = {
  '': 'based on novel or book,woman director,small town,friendship,family secrets,flashback,aftercreditsstinger,lighthouse,train journey,letter,winter,harbor,island,amnesia',
  Action: 'chase,explosion,martial arts,mercenary,hostage',
  Adventure: 'treasure hunt,expedition,desert,shipwreck,jungle',
  Animation: 'anthropomorphism,talking animal,stop motion',
  Comedy: 'mistaken identity,road trip,slapstick comedy,wedding,satire',
  Crime: 'heist,detective,organized crime,undercover,murder investigation',
  Documentary: 'interview,archive footage,nature,biography',
  Drama: 'loss of loved one,coming of age,marriage crisis,poverty,grief',
  Family: "children's adventure,christmas,pet,orphan",
  Fantasy: 'magic,dragon,parallel world,curse',
  History: '19th century,revolution,royal court',
  Horror: 'haunted house,slasher,monster,possession,gore',
  Music: 'concert,piano,band,songwriter',
  Mystery: 'whodunit,missing person,secret society,locked room',
  Romance: 'love triangle,star-crossed lovers,first love,summer love',
  'Sci-Fi': 'time travel,space station,artificial intelligence (a.i.),dystopia,clone',
  Sport: 'boxing,underdog,football (soccer)',
  Thriller: 'conspiracy,blackmail,psychopath,kidnapping',
  War: 'world war ii,prisoner of war,resistance',
  Western: 'gunfight,sheriff,outlaw,frontier',
};

const ALL: ReadonlyMap<string, number> = new Map(
  Object.values(BY_GENRE)
    .flatMap((words) => words.split(','))
    .map((name, nth) => [name, FIRST_ID + nth * 7]),
);

/** Up to eight keywords for a title of these genres of IMDb, in no order, as at TMDB. */
export function drawKeywords(dice: Dice, genres: readonly string[]): TmdbKeyword[] {
  if (dice.chance(0.2)) return [];
  const wanted = 1 + dice.below(8);
  const names = new Set<string>();
  for (let nth = 0; nth < wanted; nth += 1) {
    const genre = dice.chance(0.25) ? '' : (genres[dice.below(genres.length)] ?? '');
    names.add(dice.pick((BY_GENRE[genre] ?? (BY_GENRE[''] as string)).split(',')));
  }
  return [...names].map((name) => ({ id: ALL.get(name) as number, name }));
}
