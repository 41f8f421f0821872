import { byteOrder } from '../world/id-space.ts';
import type { Cursor } from './merge.ts';
import { describeEpisode, describeUnit, type Work } from '../world/works.ts';
import type { World } from '../world/world.ts';

/** A generated title, with its series if it is an episode. */
export interface TitleAt {
  work: Work;
  series: Work | undefined;
}

/** A cursor over the titles of [from, to) by index, each computed when it is reached. */
export function createTitleCursor(world: World, from: number, to: number): Cursor<TitleAt> {
  let title = from - 1;
  let unit = from < to ? world.unitOf(from) : 0;
  let head = describeUnit(world, unit);

  const cursor: Cursor<TitleAt> = { key: Infinity, item: { work: head, series: undefined }, advance };
  advance();
  return cursor;

  function advance(): void {
    title += 1;
    if (title >= to) {
      cursor.key = Infinity;
      return;
    }
    if (title > head.title + head.episodes) {
      unit += 1;
      head = describeUnit(world, unit);
    }
    const ordinal = title - head.title;
    cursor.item =
      ordinal === 0 ? { work: head, series: undefined } : { work: describeEpisode(world, head, ordinal), series: head };
    cursor.key = byteOrder(world.titles.number(title));
  }
}
