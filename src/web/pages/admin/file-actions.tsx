import type { JSX } from 'preact';
import { useState } from 'preact/hooks';

import { send } from '../../data/send.ts';
import {
  DeleteDatasetsDocument,
  DownloadDatasetsDocument,
  ExtractDatasetsDocument,
  ProcessDatasetsDocument,
} from '../../generated/admin/graphql.ts';
import type { FilesResultFragment } from '../../generated/admin/graphql.ts';
import { countOf } from '../../words/count-of.ts';
import { ActionButton, Outcome } from './action-button.tsx';
import { Confirm } from './confirm.tsx';
import { filesWords, startWords } from './outcome-words.ts';
import { useAction } from './use-action.ts';

export interface FileActionsProps {
  /** The files that are ticked; none stands for all. */
  names: readonly string[];
  canExtract: boolean;
  reload: () => void;
}

/**
 * What one can do with the files. Deleting what the served build still needs is offered only for the files of which the
 * server has said so.
 */
export function FileActions({ names, canExtract, reload }: FileActionsProps): JSX.Element {
  const action = useAction(reload);
  const [needed, setNeeded] = useState<readonly string[]>([]);
  const chosen = names.length === 0 ? {} : { names: [...names] };
  const which = names.length === 0 ? 'all files' : countOf(names.length, 'file');

  function act(ask: () => Promise<FilesResultFragment>): void {
    setNeeded([]);
    action.run(async () => {
      const result = await ask();
      // The server names the argument that would help.
      setNeeded(result.files.filter(({ message }) => message.includes('`force`')).map(({ file }) => file));
      return filesWords(result);
    });
  }

  const remove = (how: { names?: string[]; force?: boolean; onlyExtracted?: boolean }): void =>
    act(async () => (await send(DeleteDatasetsDocument, how)).deleteDatasets);

  return (
    <div class="mt-3">
      <p class="mb-2 text-sm text-soft">
        For {which}
        {names.length === 0 && '; tick files to choose some'}:
      </p>
      <div class="flex flex-wrap gap-2">
        <ActionButton
          action={action}
          of={which}
          onClick={() => act(async () => (await send(DownloadDatasetsDocument, chosen)).downloadDatasets)}
        >
          Download
        </ActionButton>
        {canExtract && (
          <ActionButton
            action={action}
            of={which}
            onClick={() => act(async () => (await send(ExtractDatasetsDocument, chosen)).extractDatasets)}
          >
            Extract
          </ActionButton>
        )}
        <Confirm
          action={action}
          label="Delete"
          of={which}
          question={`Delete ${which}?`}
          yes="Delete"
          onYes={() => remove(chosen)}
        >
          The downloads and the text extracted from them. What the served build still needs is kept.
        </Confirm>
        {canExtract && (
          <Confirm
            action={action}
            label="Delete extracted text"
            of={`of ${which}`}
            question={`Delete the extracted text of ${which}?`}
            yes="Delete the text"
            onYes={() => remove({ ...chosen, onlyExtracted: true })}
          >
            The downloads stay, and the text can be extracted again.
          </Confirm>
        )}
        <ActionButton
          action={action}
          onClick={() => action.run(async () => startWords((await send(ProcessDatasetsDocument, {})).processDatasets))}
        >
          Process all in one go
        </ActionButton>
      </div>
      <Outcome action={action} />
      {needed.length > 0 && (
        <div class="mt-2">
          <Confirm
            action={action}
            label="Delete all the same"
            of={needed.join(', ')}
            question={`Delete ${countOf(needed.length, 'file')} that the served build needs?`}
            yes="Delete all the same"
            onYes={() => remove({ names: [...needed], force: true })}
          >
            {needed.join(', ')}. Without them a damaged build cannot be made anew without network; the next night
            downloads them again.
          </Confirm>
        </div>
      )}
    </div>
  );
}
