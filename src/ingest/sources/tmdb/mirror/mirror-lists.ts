import type { TmdbThing } from '../../../../dataset/sources/tmdb.ts';
import type { MirrorDatabase } from './mirror-database.ts';
import { timeOf } from './mirror-row.ts';
import { changeThings, wantThings } from './mirror-things.ts';

/** A page of a list of ids that was read: a file of ids, a search by year, the changes of some days. */
export interface ListPage {
  /** Names the list and its day, so that tomorrow's is another list. */
  name: string;
  page: number;
  pages: number;
  readAt: Date;
}

/** What a page of a list makes of things, as `want` and `change` do. */
export interface TakenPage {
  wants?: Iterable<TmdbThing> | undefined;
  changed?: Iterable<TmdbThing> | undefined;
  changedBefore?: Date | undefined;
}

/** Lists of ids as far as they were read, and what else is kept by name. */
export interface MirrorLists {
  /** Takes a page of a list: the things are WANTED if they are not known, and the page is noted, in one transaction. */
  takePage(page: ListPage, taken: TakenPage): void;
  /** The last page of a list that was taken. */
  lastPage(name: string): ListPage | undefined;
  /** A value that is kept by name. */
  note(name: string): string | undefined;
  setNote(name: string, value: string): void;
}

export function mirrorLists({ sql, inOne }: MirrorDatabase): MirrorLists {
  return {
    takePage({ name, page, pages, readAt }, { wants = [], changed = [], changedBefore }) {
      inOne(() => {
        wantThings(sql, wants);
        changeThings(sql, changed, changedBefore);
        sql.takePage.run(name, page, pages, readAt.getTime());
      });
    },
    lastPage(name) {
      const row = sql.lastPage.get(name);
      if (row === undefined) return undefined;
      return { name, page: Number(row['page']), pages: Number(row['pages']), readAt: timeOf(row['read_at']) };
    },
    note(name) {
      const value = sql.note.get(name)?.['value'];
      return value === undefined ? undefined : String(value);
    },
    setNote: (name, value) => void sql.setNote.run(name, value),
  };
}
