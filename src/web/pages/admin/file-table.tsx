import type { JSX } from 'preact';

import type { SourceFilesFragment } from '../../generated/admin/graphql.ts';
import { asNumber, asTime } from '../../words/format.ts';
import { asSize } from '../../words/measures.ts';
import { Check } from './check.tsx';

type File = SourceFilesFragment['files'][number];

export interface FileTableProps {
  files: readonly File[];
  ticked: ReadonlySet<string>;
  onTick: (name: string, isOn: boolean) => void;
}

const HEADS = ['File', 'Size', 'Modified', 'Whole', 'Extracted', 'Lines', 'Left out', 'ETag'];

/** The files with a box to tick for each. */
export function FileTable({ files, ticked, onTick }: FileTableProps): JSX.Element {
  return (
    <div class="overflow-x-auto" tabIndex={0} role="region" aria-label="Table of the source files">
      <table class="w-full text-sm">
        <thead>
          <tr class="border-b border-line text-soft">
            {HEADS.map((head, at) => (
              <th key={head} scope="col" class={`py-1.5 font-normal whitespace-nowrap ${at > 0 ? 'pl-4' : ''}`}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {files.map((file) => (
            <tr key={file.name} class="border-b border-line whitespace-nowrap tabular-nums">
              <th scope="row" class="py-1 font-medium">
                <Check isOn={ticked.has(file.name)} onChange={(isOn) => onTick(file.name, isOn)}>
                  {file.name}
                </Check>
              </th>
              <td class="pl-4">{file.sizeBytes === null ? 'not here' : asSize(file.sizeBytes)}</td>
              <td class="pl-4">{file.modified === null ? '–' : asTime(file.modified)}</td>
              <td class={`pl-4 ${file.verified === false ? 'text-bad' : ''}`}>{wordOf(file.verified)}</td>
              <td class="pl-4">{wordOf(file.extracted)}</td>
              <td class="pl-4">{file.rows === null ? '–' : asNumber(file.rows)}</td>
              <td class="pl-4">{file.rejected === null ? '–' : asNumber(file.rejected)}</td>
              <td class="pl-4">{file.etag === null ? '–' : <code class="text-xs">{file.etag}</code>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function wordOf(is: boolean | null): string {
  if (is === null) return '–';
  return is ? 'yes' : 'no';
}
