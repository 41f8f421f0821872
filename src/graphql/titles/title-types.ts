import {
  MovieRef,
  NodeRef,
  OtherTitleRef,
  ShortRef,
  SpecialRef,
  TitleRef,
  VideoGameRef,
  VideoRef,
} from '../base/refs.ts';

/* Types of titles with no fields beyond those of every title. `Series` and `Episode` have files of their own. */

const interfaces = [NodeRef, TitleRef];

MovieRef.implement({ interfaces, description: 'A film, for cinemas or for television. IMDb: movie, tvMovie.' });
ShortRef.implement({ interfaces, description: 'A short film, for cinemas or for television. IMDb: short, tvShort.' });
SpecialRef.implement({ interfaces, description: 'A single programme made for television. IMDb: tvSpecial.' });
VideoRef.implement({ interfaces, description: 'A work made for home video or for the web. IMDb: video.' });
VideoGameRef.implement({ interfaces, description: 'A video game. IMDb: videoGame.' });
OtherTitleRef.implement({
  interfaces,
  description:
    'A title of any other type: tvPilot, or a type that is newer than this schema. The word is in titleTypeName.',
});
