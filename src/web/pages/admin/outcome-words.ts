import type {
  CancelExportMutation,
  CancelIngestMutation,
  FilesResultFragment,
  PromoteBuildMutation,
  PruneBuildsMutation,
  StartExportMutation,
  StartIngestMutation,
  VerifyBuildMutation,
} from '../../generated/admin/graphql.ts';
import { countOf } from '../../words/count-of.ts';
import { labelOf } from '../../words/labels.ts';
import { asSize } from '../../words/measures.ts';
import type { Said } from './use-action.ts';

type Of<Answer> = NonNullable<Answer>;

const good = (words: string, lines?: readonly string[]): Said => ({ words, isGood: true, ...(lines && { lines }) });
const bad = (words: string, lines?: readonly string[]): Said => ({ words, isGood: false, ...(lines && { lines }) });
const NOTHING = bad('The server said nothing of it.');
const BUSY = 'Another process works on the data folder: try again when it has ended.';

/** What came of the start of a run. */
export function startWords(answer: StartIngestMutation['startIngest']): Said {
  if (answer === null) return NOTHING;
  if (answer.outcome === 'STARTED') return good('The run has begun.');
  const { startedBy, step } = answer.status;
  if (startedBy === null) return bad(BUSY);
  return bad(`A run of ${startedBy} goes on${step === null ? '' : `, in the step ${labelOf(step).toLowerCase()}`}.`);
}

export function cancelWords(answer: CancelIngestMutation['cancelIngest']): Said {
  if (answer === null) return NOTHING;
  switch (answer.outcome) {
    case 'CANCELLED':
      return good('The run has ended. Nothing of it is left, and the served build stays.');
    case 'CANCELLING':
      return good('The run was asked to end, and has not ended yet.');
    case 'NOT_RUNNING':
      return good('No run goes on.');
    case 'TOO_LATE':
      return bad(`The run had ended by itself: ${answer.run?.reason ?? labelOf(answer.run?.outcome ?? 'DONE')}.`);
  }
}

export function verifyWords(answer: VerifyBuildMutation['verifyBuild']): Said {
  if (answer === null) return NOTHING;
  switch (answer.outcome) {
    case 'WHOLE':
      return good('Every file is as its manifest says.');
    case 'DAMAGED':
      return bad('Some files are damaged:', answer.reasons);
    case 'RUNNING':
      return good('Its files are being read. The result will stand here.');
    case 'NO_SUCH_BUILD':
      return bad('There is no such build:', answer.reasons);
  }
}

const PROMOTED: Readonly<Record<Of<PromoteBuildMutation['promoteBuild']>['outcome'], string>> = {
  PROMOTED: 'It is in service.',
  RUNNING: 'Its files are being read: the run above tells how it ends.',
  BUSY,
  REFUSED: 'It cannot be served.',
  NO_SUCH_BUILD: 'There is no such build.',
  CANCELLED: 'Somebody ended it.',
  FAILED: 'Something broke; the served build stays.',
};

export function promoteWords(answer: PromoteBuildMutation['promoteBuild']): Said {
  if (answer === null) return NOTHING;
  const { outcome, reason, version } = answer;
  const words = `${PROMOTED[outcome]}${version === null ? '' : ` Its version is ${version}.`}`;
  const lines = reason === null ? [] : [reason];
  return outcome === 'PROMOTED' || outcome === 'RUNNING' ? good(words, lines) : bad(words, lines);
}

export function pruneWords(answer: PruneBuildsMutation['pruneBuilds']): Said {
  if (answer === null) return NOTHING;
  if (answer.outcome === 'BUSY') return bad(BUSY);
  const { removed, spared } = answer;
  return good(removed.length === 0 ? 'There was nothing to remove.' : `${countOf(removed.length, 'build')} removed.`, [
    ...removed.map((id) => `${id}: removed`),
    ...spared.map((id) => `${id}: kept, because a process may still read it`),
  ]);
}

/** What came of an action on source files, with a line for each. */
export function filesWords({ outcome, reason, doneCount, failedCount, files }: FilesResultFragment): Said {
  if (outcome === 'BUSY') return bad(reason ?? BUSY);
  if (outcome === 'RUNNING') return good('It goes on. The result will stand below.');
  const counts = `${countOf(doneCount, 'file')} done, ${failedCount} failed.`;
  const lines = files.map(
    ({ file, outcome: how, message, bytes }) =>
      `${file}: ${how === 'DONE' ? 'done' : 'failed'}, ${message}${bytes === null ? '' : ` (${asSize(bytes)})`}`,
  );
  if (outcome === 'DONE') return good(counts, lines);
  return bad(files.length === 0 && reason !== null ? reason : counts, lines);
}

const NO_TARGET = 'The settings name no such target any more: load this page again.';

export function startExportWords(answer: StartExportMutation['startExport']): Said {
  if (answer === null) return NOTHING;
  switch (answer.outcome) {
    case 'STARTED':
      return good('The export has begun.');
    case 'BUSY':
      return bad('An export to it goes on already.');
    case 'NO_SUCH_TARGET':
      return bad(NO_TARGET);
  }
}

export function cancelExportWords(answer: CancelExportMutation['cancelExport']): Said {
  if (answer === null) return NOTHING;
  switch (answer.outcome) {
    case 'CANCELLED':
      return good('The export has ended. The tables that were there stay, and the next one goes on.');
    case 'CANCELLING':
      return good('The export was asked to end, and has not ended yet.');
    case 'NOT_RUNNING':
      return good('No export to it goes on.');
    case 'NO_SUCH_TARGET':
      return bad(NO_TARGET);
  }
}
