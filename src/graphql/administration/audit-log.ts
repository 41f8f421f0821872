import { builder } from '../base/builder.ts';
import { costs } from '../base/cost.ts';
import { requiresRole } from '../base/requires-role.ts';
import type { AuditEntry } from './interface/administration.ts';
import { administrationOf } from './administration-of.ts';
import { checkedFirst } from './first.ts';

const AuditEntryRef = builder.objectRef<AuditEntry>('AuditEntry').implement({
  description: 'An action on runs, builds or source files.',
  fields: (t) => ({
    at: t.exposeString('at', {
      description: 'Time at which it was answered, in ISO 8601, UTC, such as 2026-11-21T01:31:07.512Z.',
    }),
    who: t.exposeString('who', { description: 'Name of the token, never its text; `command line` or `schedule`.' }),
    action: t.exposeString('action', {
      description: 'Name of its mutation, whoever did it; `ingest` for the end of a run.',
    }),
    arguments: t.string({
      nullable: true,
      description: 'Arguments that were given, as JSON. Null for none.',
      resolve: (entry) => entry.arguments,
    }),
    outcome: t.exposeString('outcome', { description: 'Outcome in its own words; FAILED for an error.' }),
    reason: t.string({ nullable: true, description: 'Why it ended so.', resolve: ({ reason }) => reason }),
  }),
});

const MOST_ENTRIES = 200;

builder.queryField('auditLog', (t) =>
  t.field({
    type: [AuditEntryRef],
    nullable: true,
    args: {
      first: t.arg.int({ description: `Number of entries, from 1 to ${MOST_ENTRIES}; ${MOST_ENTRIES} by default.` }),
    },
    extensions: requiresRole('ADMIN', costs({ weight: 5000, rows: MOST_ENTRIES })),
    description: 'What was done to runs, builds and source files, by whom, newest first. META_DIR/audit.jsonl has all.',
    resolve: async (_root, { first }, context) => [
      ...(await administrationOf(context).administration.auditLog(checkedFirst(first, MOST_ENTRIES))),
    ],
  }),
);
