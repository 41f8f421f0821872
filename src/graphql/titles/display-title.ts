import type { Loaders } from '../../loaders/create-loaders.ts';
import { mapAwaitable } from '../base/awaitable.ts';
import type { Awaitable } from '../base/awaitable.ts';
import { builder } from '../base/builder.ts';
import type { TitleValue } from '../base/node-type-name.ts';
import { primaryTitleOf } from './title.ts';

export const REGION = "A market by IMDb's code, such as DE; case does not matter.";
export const LANGUAGE = "A language by IMDb's code, such as de; case does not matter.";

interface LocaleArgs {
  region?: string | null | undefined;
  language?: string | null | undefined;
}

/** The arguments of a field that shows a title to an audience. */
export function displayTitleArgs() {
  return builder.args((t) => ({
    region: t.string({ description: REGION }),
    language: t.string({
      description: `${LANGUAGE} Most alternative titles have a market and no language, so pass the region too.`,
    }),
  }));
}

/** The title to show in a market or to readers of a language; the primary title if no aka matches. */
export function displayTitleOf(title: TitleValue, args: LocaleArgs, loaders: Loaders): Awaitable<string> {
  const audience = readLocale(args);
  const primary = primaryTitleOf(title, loaders);
  if (audience.region === undefined && audience.language === undefined) return primary;
  return mapAwaitable(primary, (primaryTitle) =>
    loaders.akas.displayTitle(title.id, { audience, primaryTitle }).then((found) => found ?? primaryTitle),
  );
}

/** Region and language in the case that IMDb writes them in: upper case and lower case. */
export function readLocale({ region, language }: LocaleArgs) {
  return {
    ...(typeof region === 'string' && { region: region.toUpperCase() }),
    ...(typeof language === 'string' && { language: language.toLowerCase() }),
  };
}
