import { formatConst } from '../../dataset/words/consts.ts';
import { badInput } from '../../errors.ts';
import { readKey, shown } from '../base/ids.ts';
import type { SeasonValue } from '../base/node-type-name.ts';

/** The season of the episodes without a season number. */
const UNNUMBERED = 'unknown';
const SEASON_ID = /^([^/]*)\/season\/(0|[1-9][0-9]{0,9}|unknown)$/;

/** The id of a season: that of its series and its number, such as `tt0900100/season/2`. */
export function formatSeasonId({ seriesId, number }: SeasonValue): string {
  return `${formatConst('tt', seriesId)}/season/${number ?? UNNUMBERED}`;
}

/** Whether an id can only be that of a season. */
export function isSeasonId(text: string): boolean {
  return text.includes('/');
}

/**
 * Parses the id of a season; `at` names the argument in errors.
 * @throws ClientError `BAD_USER_INPUT` if it is malformed, or not of a title's season.
 */
export function readSeasonId(text: string, at: string): SeasonValue {
  const [, series = '', number] = SEASON_ID.exec(text) ?? [];
  if (number === undefined) {
    throw badInput(
      `${at}: ${shown(text)} is not the id of a season: that of a series, /season/ and a number or ${UNNUMBERED}, such as tt0900100/season/2.`,
    );
  }
  return {
    seriesId: readKey(series, { prefix: 'tt', at }),
    number: number === UNNUMBERED ? null : Number(number),
  };
}
