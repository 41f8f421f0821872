import type { SourceRecord, TableRecord } from '../../dataset/builds/manifest.ts';
import type { Loaders } from '../../loaders/create-loaders.ts';
import type { Career } from '../../store/charts/careers.ts';
import type { ChartEntry } from '../../store/charts/chart.ts';
import type { Aka, PersonCredit, Rating, SearchHit, TitleCredit } from '../../store/model/model.ts';
import type { Change } from '../../store/changes/changes.ts';
import type { RatingPoint } from '../../store/changes/rating-history.ts';
import { builder } from './builder.ts';
import type { PersonValue, SeasonValue, TitleValue } from './node-type-name.ts';

/*
 * References of the output types, with the values that their resolvers get. They are apart from the types' fields,
 * because the types refer to each other in cycles and modules must not.
 */

/** A credit with its title and its person; the one that it was reached from is the value of the parent. */
export interface CreditValue {
  role: TitleCredit | PersonCredit;
  title: TitleValue | null;
  person: PersonValue | null;
}

/** A source file, with counts of what the build did not take from it. */
export interface SourceValue extends SourceRecord {
  rejected: number;
  nulled: number;
}

export const NodeRef = builder.nodeInterfaceRef();
export const TitleRef = builder.interfaceRef<TitleValue>('Title');
export const MovieRef = builder.objectRef<TitleValue>('Movie');
export const SeriesRef = builder.objectRef<TitleValue>('Series');
export const EpisodeRef = builder.objectRef<TitleValue>('Episode');
export const ShortRef = builder.objectRef<TitleValue>('Short');
export const SpecialRef = builder.objectRef<TitleValue>('Special');
export const VideoRef = builder.objectRef<TitleValue>('Video');
export const VideoGameRef = builder.objectRef<TitleValue>('VideoGame');
export const OtherTitleRef = builder.objectRef<TitleValue>('OtherTitle');
export const SeasonRef = builder.objectRef<SeasonValue>('Season');
export const PersonRef = builder.objectRef<PersonValue>('Person');
export const CreditRef = builder.objectRef<CreditValue>('Credit');
export const RatingRef = builder.objectRef<Rating>('Rating');
export const ChangeRef = builder.objectRef<Change>('Change');
export const RatingPointRef = builder.objectRef<RatingPoint>('RatingPoint');
export const CareerRef = builder.objectRef<Career>('Career');
export const ChartEntryRef = builder.objectRef<ChartEntry>('ChartEntry');
export const AkaRef = builder.objectRef<Aka>('Aka');
export const SearchHitRef = builder.objectRef<SearchHit>('SearchHit');
export const DatasetRef = builder.objectRef<Loaders['dataset']>('Dataset');
export const SourceRef = builder.objectRef<SourceValue>('Source');
export const TableInfoRef = builder.objectRef<TableRecord>('TableInfo');
