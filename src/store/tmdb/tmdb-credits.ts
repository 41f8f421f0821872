import { itemsIn } from '../../dataset/indexes/field-kinds.ts';
import type { Item } from '../../dataset/indexes/field-kinds.ts';
import { TMDB_CREDIT } from '../../dataset/indexes/tmdb-document-fields.ts';
import { materialisedList } from '../lists/materialised-list.ts';
import type { Pageable } from '../model/page.ts';

/** A credit of a title of TMDB's. */
export interface TmdbCredit {
  /** Place among the credits of the title, from 0: the cast as billed, then the crew. */
  position: number;
  creditId: string | null;
  tmdbPersonId: number;
  personName: string | null;
  department: string | null;
  /** Null for the cast. */
  job: string | null;
  character: string | null;
  /** Place in the billing of the cast, from 0; null for the crew. */
  billingOrder: number | null;
  /** Of a series. */
  episodeCount: number | null;
}

export interface TmdbCredits {
  credits: readonly TmdbCredit[];
}

export interface TmdbCreditFilter {
  kind?: 'CAST' | 'CREW' | undefined;
  department?: string | undefined;
}

export function decodeTmdbCredits(_key: number, text: string): TmdbCredits {
  const credits = itemsIn(text).map(decodeCredit);
  return { credits: credits.sort((one, other) => one.position - other.position) };
}

function decodeCredit(item: Item): TmdbCredit {
  return {
    position: TMDB_CREDIT.position.of(item),
    creditId: TMDB_CREDIT.creditId.of(item),
    tmdbPersonId: TMDB_CREDIT.tmdbPersonId.of(item),
    personName: TMDB_CREDIT.personName.of(item),
    department: TMDB_CREDIT.department.of(item),
    job: TMDB_CREDIT.job.of(item),
    character: TMDB_CREDIT.character.of(item),
    billingOrder: TMDB_CREDIT.billingOrder.of(item),
    episodeCount: TMDB_CREDIT.episodeCount.of(item),
  };
}

/** Who has a job is of the crew. */
export function isCast({ job }: Pick<TmdbCredit, 'job'>): boolean {
  return job === null;
}

/** The credits of a title that pass a filter, in TMDB's order. */
export async function creditsOfTmdbTitle(
  credits: (key: number) => Promise<TmdbCredits | null>,
  { key, filter: { kind, department } }: { key: number; filter: TmdbCreditFilter },
): Promise<Pageable<TmdbCredit>> {
  const all = (await credits(key))?.credits ?? [];
  return materialisedList({
    name: `tmdb.credits ${key}`,
    items: all.filter(
      (credit) =>
        (kind === undefined || isCast(credit) === (kind === 'CAST')) &&
        (department === undefined || credit.department === department),
    ),
    terms: [{ name: 'POSITION', direction: 'ASC', type: 'number', of: ({ position }) => position }],
    sorted: true,
  });
}
