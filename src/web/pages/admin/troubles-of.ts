import type { AdminPageQuery } from '../../generated/admin/graphql.ts';
import { asSize } from '../../words/measures.ts';

/** Something that an operator must know. */
export interface Trouble {
  what: string;
  todo: string;
  /** Heading in deploy/OPERATIONS.md. */
  section: string;
}

/** What to do about warnings of `/health`, by a part of their sentences. The first that fits counts. */
const REMEDIES: readonly { part: RegExp; todo: string }[] = [
  { part: /was last found up to date/, todo: 'Runs fail, or none begin: see the last runs and the next one below.' },
  {
    part: /has not changed for/,
    todo: 'A proxy keeps old answers, a mirror is not updated, or the files are local ones.',
  },
  { part: /was not finished/, todo: 'Mend what the reason names, and start a run.' },
  { part: /pointer current\.json/, todo: 'Run `npx marquee repair`, or start a run with force.' },
  { part: /without it, slower|is refused/, todo: 'Start a run with force, or run `npx marquee repair`.' },
  { part: /is not served, and would not do/, todo: 'Nothing: the next night makes another build.' },
  { part: /by the next nightly run, not now/, todo: 'Start a run.' },
  { part: /lines do not fit/, todo: 'The files are odd; the next night may bring better ones.' },
  { part: /cannot be written/, todo: 'Make room on the disk that the sentence names.' },
];

/** What is wrong, by what administration and `/health` tell; the worst first. */
export function troublesOf(data: AdminPageQuery, warnings: readonly string[]): Trouble[] {
  const ofHealth = warnings.map((what) => ({
    what,
    todo: REMEDIES.find(({ part }) => part.test(what))?.todo ?? 'Look at the log of the service.',
    section: 'Troubleshooting',
  }));
  const others = [...ofBuilds(data), ...ofLastRun(data), ...ofFiles(data), ...ofDisk(data)];
  // Both may have the same sentence.
  return [...ofHealth, ...others.filter(({ what }) => !warnings.some((warning) => warning.includes(what)))];
}

function ofBuilds({ builds, ingestStatus }: AdminPageQuery): Trouble[] {
  if (builds === null) return [];
  const none: Trouble = {
    what: 'No build is served.',
    todo:
      ingestStatus?.state === 'RUNNING'
        ? 'A run goes on: wait for its end.'
        : 'Start a run; if it fails, its reason below says what to mend.',
    section: 'Ingests by hand',
  };
  const damaged = builds.flatMap(({ isServed, damages, verification }) =>
    [...new Set([...damages, ...(verification?.damages ?? [])])].map((what) => ({
      what,
      todo: isServed
        ? 'Promote a build that is whole, or start a run with force, which makes another.'
        : 'Nothing: it is not served, and is removed when newer builds are there.',
      section: 'Going back, and starting anew',
    })),
  );
  return [...(builds.some(({ isServed }) => isServed) ? [] : [none]), ...damaged];
}

function ofLastRun({ ingestRuns }: AdminPageQuery): Trouble[] {
  const [last] = ingestRuns ?? [];
  if (last?.outcome !== 'FAILED' && last?.outcome !== 'REJECTED') return [];
  const reason = last.reason ?? 'for a reason that the log has';
  return last.outcome === 'FAILED'
    ? [
        {
          what: `The last run failed: ${reason}`,
          todo: 'Mend what the reason names, and start a run. The served build stays meanwhile.',
          section: 'Troubleshooting',
        },
      ]
    : [
        {
          what: `The data of the last run was refused: ${reason}`,
          todo: 'Wait for the next night, or look at the files and start a run with force, which accepts them.',
          section: 'Every night',
        },
      ];
}

function ofFiles({ datasets }: AdminPageQuery): Trouble[] {
  return (datasets?.files ?? [])
    .filter(({ verified }) => verified === false)
    .map(({ name }) => ({
      what: `${name} is not known to be whole.`,
      todo: 'Download it again: it is read to its end then.',
      section: 'Source files',
    }));
}

/** Whether a run would find the disk full: it needs room for the downloads once more and for another build. */
function ofDisk({ builds, datasets }: AdminPageQuery): Trouble[] {
  if (datasets === null) return [];
  const downloads = datasets.files.reduce((sum, { sizeBytes }) => sum + (sizeBytes ?? 0), 0);
  const needed = downloads + (builds?.find(({ isServed }) => isServed)?.bytes ?? 0);
  if (datasets.freeBytes >= needed) return [];
  return [
    {
      what: `The disk of the downloads has ${asSize(datasets.freeBytes)} free, and a run may need ${asSize(needed)}.`,
      todo: 'Prune builds, delete extracted text, or make room otherwise; KEEP_BUILDS=1 keeps one build alone.',
      section: 'Disk and memory',
    },
  ];
}
