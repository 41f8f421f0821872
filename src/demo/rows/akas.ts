import { Dice } from '../chance/random.ts';
import { titleIn } from '../text/title-text.ts';
import type { Work } from '../world/works.ts';
import type { World } from '../world/world.ts';
import { CULTURES, type Culture } from '../text/words-world.ts';

const NULL = '\\N';
const AKAS_STREAM = 71;
const SHARE_WITHOUT = 0.07;
/** Types of a row, usually none; lists are joined by the byte 2. */
const TYPES = [
  'imdbDisplay',
  'imdbDisplay',
  'working',
  'alternative',
  'dvd',
  'video',
  'tv',
  'festival',
  'imdbDisplay\u0002tv',
  'working\u0002alternative',
];
const ATTRIBUTES = [
  'informal title',
  'literal title',
  'literal English title',
  'complete title',
  'promotional title',
  'long title\u0002informal title',
  'new title',
];
/** Regions whose language has no words here; they get the English title. */
const OTHER_REGIONS =
  'XWW XEU NL DK NO FI HU CZ BG RO RS HR UA IL SG ZA VN TH ID PH PE VE UY EC IS LT LV EE SI SK'.split(' ');

export interface AkaRows {
  rows: string;
  count: number;
}

/** The alternative titles of a work: the original one first, then one for each country that showed it. */
export function createAkas(world: World): (id: string, work: Work) => AkaRows {
  const dice = new Dice(world.seed);
  return (id, work) => {
    dice.roll(AKAS_STREAM, work.title);
    if (dice.chance(SHARE_WITHOUT)) return { rows: '', count: 0 };
    let rows = `${id}\t1\t${work.original}\t${NULL}\t${NULL}\toriginal\t${NULL}\t1\n`;
    const wanted = 1 + Math.floor((work.type === 'movie' ? 4 : 3.05) * (-Math.log(1 - dice.unit()) * 0.68 + 0.42));
    let ordering = 1;
    for (let nth = 0; nth < wanted; nth += 1) {
      const culture = nth === 0 ? work.culture : (CULTURES[dice.below(CULTURES.length)] as Culture);
      const known = nth === 0 || dice.chance(0.8);
      const region = known ? dice.pickEarly(culture.regions) : dice.pick(OTHER_REGIONS);
      const language =
        known && (culture.regions.length > 2 || dice.chance(0.3)) && culture.code !== 'en' ? culture.code : NULL;
      const types = dice.chance(0.5) ? dice.pickEarly(TYPES) : NULL;
      const attributes = dice.chance(0.006) ? dice.pick(ATTRIBUTES) : NULL;
      ordering += 1;
      rows += `${id}\t${ordering}\t${titleFor(work, known ? culture : undefined)}\t${region}\t${language}\t${types}\t${attributes}\t0\n`;
    }
    return { rows, count: ordering };
  };
}

function titleFor(work: Work, culture: Culture | undefined): string {
  if (culture === undefined) return work.text.english;
  if (work.text.thing >= 0) return titleIn(work.text, culture);
  if (work.number > 0 && work.text.english.startsWith('Episode #'))
    return `${culture.episode} #${work.season}.${work.number}`;
  return work.text.english;
}
