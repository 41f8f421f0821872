import { formatConst } from '../../dataset/words/consts.ts';
import { REGULARS } from '../world/regulars.ts';
import type { Craft, People } from '../world/people.ts';
import { Dice, hash32 } from '../chance/random.ts';
import type { Work } from '../world/works.ts';
import type { World } from '../world/world.ts';
import { ROLES } from '../text/words-english.ts';
import { CULTURES } from '../text/words-world.ts';

/** The rows of one title in title.principals and title.crew. */
export interface Casting {
  principals: string;
  count: number;
  /** Ids joined by commas, or `\N`. */
  directors: string;
  writers: string;
}

export interface CastingOffice {
  /** Casts a single title or a series; `series` is given for an episode. */
  cast(work: Work, series?: Work): Casting;
}

const NULL = '\\N';
const CAST_STREAM = 51;
const SERIES_STREAM = 52;
const NO_CASTING: Casting = { principals: '', count: 0, directors: NULL, writers: NULL };
const JOBS: Partial<Record<Craft, readonly string[]>> = {
  producer: ['producer', 'producer', 'executive producer', 'co-producer'],
  writer: ['written by', 'screenplay', 'story', 'created by', 'novel "The Long Way"'],
  cinematographer: ['director of photography'],
  director: ['segment "One"', 'co-director'],
};
const JOB_CHANCE: Partial<Record<Craft, number>> = {
  producer: 0.85,
  writer: 0.62,
  cinematographer: 0.45,
  director: 0.06,
};

/** Decides who works on what. Every choice depends on the title only, so that a person's credits can be recomputed. */
export function createCastingOffice(world: World, people: People): CastingOffice {
  const dice = new Dice(world.seed);
  const extra = new Dice(world.seed);
  const id = (rank: number): string => world.names.text(people.indexOf(rank));

  // One reused buffer, because this is the hottest code of the generator.
  let prefix = '';
  let rows: string[] = [];
  let directors: string[] = [];
  let writers: string[] = [];

  const add = (nconst: string, category: string, rest: string): void => {
    rows.push(`${nconst}\t${category}\t${rest}`);
    if (category === 'director') directors.push(nconst);
    if (category === 'writer') writers.push(nconst);
  };
  const addCast = (rank: number, work: Work, played: string): void => {
    const category = work.factual ? 'self' : people.isActress(rank) ? 'actress' : 'actor';
    add(id(rank), category, `${NULL}\t${played}`);
  };
  const addCrew = (rank: number, craft: Craft): void => {
    const jobs = JOBS[craft];
    const job = jobs !== undefined && dice.chance(JOB_CHANCE[craft] ?? 0) ? dice.pickEarly(jobs) : NULL;
    add(id(rank), craft, `${job}\t${NULL}`);
  };
  const addSome = (craft: Craft, count: number): void => {
    for (let nth = 0; nth < count; nth += 1) addCrew(people.skewed(craft, dice.unit()), craft);
  };

  return {
    cast(work, series) {
      if (!world.hasPrincipals(work.title)) return NO_CASTING;
      prefix = formatConst('tt', world.titles.number(work.title));
      rows = [];
      directors = [];
      writers = [];
      dice.roll(CAST_STREAM, work.title);
      const crowd = dice.unit();
      const tail = crowd > 0.995 ? 15 + dice.below(38) : 0;

      if (series === undefined) {
        addCast(people.turnOf('cast', work.unit), work, characters(extra.roll(SERIES_STREAM, work.unit), work));
      }
      const shared = series ?? (work.type.endsWith('Series') ? work : undefined);
      if (shared !== undefined) addMainCast(shared, series === undefined ? 1 : 0);
      else for (let nth = dice.below(5); nth > 0; nth -= 1) addOne();
      for (let nth = (series === undefined || dice.chance(0.4) ? 0 : dice.below(3)) + tail; nth > 0; nth -= 1) addOne();
      const debut = people.debutOf(work.title);
      const craft = debut < 0 ? undefined : people.craftOf(debut);
      if (craft === 'cast') addCast(debut, work, characters(dice, work));
      for (const regular of REGULARS) {
        if (hash32(world.seed, regular.stream, work.title) < regular.threshold(world) && regular.active(work.start)) {
          const cast = regular.category === 'actress';
          add(
            regular.nconst,
            cast && work.factual ? 'self' : regular.category,
            cast ? `${NULL}\t${characters(dice, work)}` : `${NULL}\t${NULL}`,
          );
        }
      }
      if (crowd < 0.006) add(id(people.skewed('cast', dice.unit())), 'archive_footage', `${NULL}\t["Self"]`);
      if (crowd > 0.1 && crowd < 0.1015)
        add(id(people.skewed('cast', dice.unit())), 'archive_sound', `${NULL}\t${NULL}`);

      if (series === undefined && !work.type.endsWith('Series')) {
        addCrew(people.turnOf('director', work.unit), 'director');
        addCrew(people.turnOf('writer', work.unit), 'writer');
        if (dice.chance(0.06)) addSome('director', 1);
      } else if (dice.chance(0.55)) addSome('director', 1);
      if (debut >= 0 && craft !== undefined && craft !== 'cast') addCrew(debut, craft);
      if (dice.chance(0.45)) addSome('writer', 1 + dice.below(2));
      if (dice.chance(0.46)) addSome('producer', 1 + dice.below(3));
      if (dice.chance(0.36)) addSome('composer', 1);
      if (dice.chance(0.38)) addSome('cinematographer', 1);
      if (dice.chance(0.42)) addSome('editor', 1);
      if (dice.chance(0.22)) addSome('production_designer', 1);
      if (dice.chance(0.2)) addSome('casting_director', 1);
      return numbered();
    },
  };

  function addOne(): void {
    const rank = people.skewed('cast', dice.unit());
    addCast(rank, { factual: dice.chance(0.12) } as Work, dice.chance(0.93) ? characters(dice, undefined) : NULL);
  }

  /** People who are in every episode, with the same characters in each. */
  function addMainCast(series: Work, skip: number): void {
    extra.roll(SERIES_STREAM, series.unit);
    const lead = characters(extra, series);
    const size = 2 + extra.below(4);
    if (skip === 0) addCast(people.turnOf('cast', series.unit), series, lead);
    for (let nth = 0; nth < size; nth += 1) {
      const rank = people.skewed('cast', extra.unit());
      const played = characters(extra, series);
      if (dice.chance(0.8)) addCast(rank, series, played);
    }
  }

  function numbered(): Casting {
    let principals = '';
    let order: number[] | undefined;
    // One title in fifty is out of order, as in the real file.
    if (rows.length > 2 && dice.chance(0.02)) {
      order = rows.map((_, nth) => nth);
      const from = dice.below(rows.length - 1);
      [order[from], order[from + 1]] = [order[from + 1] as number, order[from] as number];
    }
    for (let nth = 0; nth < rows.length; nth += 1) {
      const place = order === undefined ? nth : (order[nth] as number);
      principals += `${prefix}\t${place + 1}\t${rows[place]}\n`;
    }
    return {
      principals,
      count: rows.length,
      directors: directors.length > 0 ? [...new Set(directors)].join(',') : NULL,
      writers: writers.length > 0 ? [...new Set(writers)].join(',') : NULL,
    };
  }
}

const ENGLISH = CULTURES[0] as (typeof CULTURES)[number];

/** The characters that a person plays, as JSON text. */
function characters(dice: Dice, work: Work | undefined): string {
  if (work?.factual === true)
    return dice.chance(0.85) ? '["Self"]' : `["Self - ${dice.pick(['Host', 'Guest', 'Panelist'])}"]`;
  const first = oneCharacter(dice);
  return dice.chance(0.03) ? `["${first}","${oneCharacter(dice)}"]` : `["${first}"]`;
}

function oneCharacter(dice: Dice): string {
  const u = dice.unit();
  const given = dice.pick(ENGLISH.given[dice.below(2)] as readonly string[]);
  if (u < 0.3) return given;
  if (u < 0.75) return `${given} ${dice.pick(ENGLISH.family)}${dice.pick(ENGLISH.familyEnds)}`;
  if (u < 0.97) return dice.pick(ROLES);
  if (u < 0.985)
    return `${given} \\"${dice.pick(['Red', 'Lucky', 'Doc', 'The Fox'])}\\" ${dice.pick(ENGLISH.family)}${dice.pick(ENGLISH.familyEnds)}`;
  return `${dice.pick(ROLES)} - (segment: \\"${dice.pick(ENGLISH.things)}\\")`;
}
