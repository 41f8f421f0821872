import type { GraphQLSchema } from 'graphql';

import { schema as whole } from '../../src/graphql/schema.ts';
import { visibleSchema } from '../../src/http/engine/visibility/visible-schema.ts';
import { seeded } from '../product/random-filters.ts';
import type { Random } from '../product/random-filters.ts';
import { REQUEST_FAULTS } from './broken-requests.ts';
import { TEXT_FAULTS } from './broken-text.ts';
import { faultsOf, outcomeOf } from './faults-of.ts';
import type { Rules } from './faults-of.ts';
import { hiddenNames } from './hidden-names.ts';
import { posted } from './requests.ts';
import type { Sent } from './requests.ts';
import type { Access, Role } from './roles.ts';
import { send } from './send.ts';
import { createValid, requestOf } from './valid.ts';
import type { Valid } from './valid.ts';

const VISIBLE = visibleSchema(whole);
export const HIDDEN = hiddenNames(whole, VISIBLE);
/** Documents that are broken again and again. */
const KEPT = 50;

/** An answer that is not as promised, with what was sent. */
export interface Failure {
  faults: string[];
  sent: Sent;
  answer: string;
}

export interface Findings {
  /** How many answers there were of a kind, a role and an outcome: keys are `kind | role | outcome`. */
  counts: Map<string, number>;
  failures: Failure[];
  slowestMs: number;
}

export interface CampaignOptions {
  url: string;
  access: Access;
  /** Of valid requests, and as many broken ones. */
  count: number;
  seed: number;
  /** Requests on their way at a time. */
  atOnce: number;
  places: readonly string[];
  mostMs: number;
  onFailure?: (failure: Failure) => void;
}

/** Sends so many valid and broken requests to a server, the same ones for the same seed, and judges each answer. */
export async function fuzz(options: CampaignOptions): Promise<Findings> {
  const { url, access, atOnce, onFailure } = options;
  const rules: Rules = { ...options, hidden: HIDDEN, needsToken: access.settings['READ_ACCESS'] === 'token' };
  const requests = requestsOf(options);
  const findings: Findings = { counts: new Map(), failures: [], slowestMs: 0 };

  async function work(): Promise<void> {
    for (const sent of requests) {
      const seen = await send(url, sent);
      const key = [sent.kind, sent.role, outcomeOf(seen)].join(' | ');
      findings.counts.set(key, (findings.counts.get(key) ?? 0) + 1);
      findings.slowestMs = Math.max(findings.slowestMs, seen.ms);
      const faults = [...faultsOf({ sent, seen }, rules), ...refusedThough(sent, outcomeOf(seen))];
      if (faults.length === 0) continue;
      const failure = { faults, sent, answer: `${seen.status} ${seen.text.slice(0, 1000)}` };
      findings.failures.push(failure);
      onFailure?.(failure);
    }
  }

  await Promise.all(Array.from({ length: atOnce }, work));
  return findings;
}

/** A valid document is never said to be invalid. */
function refusedThough({ kind }: Sent, outcome: string): string[] {
  return kind.startsWith('valid') && /GRAPHQL_/.test(outcome) && !kind.endsWith('introspection')
    ? [`a valid document: ${outcome}`]
    : [];
}

const schemaOf = (role: Role): GraphQLSchema => (role === 'admin' ? whole : VISIBLE);

function* requestsOf({ access, count, seed }: CampaignOptions): Generator<Sent> {
  const random = seeded(seed);
  const valid = createValid({ random, schemaOf });
  const roles = Object.entries(access.roles).flatMap(([role, share]) => Array<Role>(share).fill(role as Role));
  const kept = new Map<Role, Valid[]>();
  for (let at = 0; at < count; at += 1) {
    const role = roles[random(roles.length)] ?? 'anonymous';
    const next = valid(role);
    yield requestOf(next, { role, random });
    const ofRole = kept.get(role) ?? [];
    if (ofRole.length < KEPT) ofRole.push(next);
    else ofRole[random(KEPT)] = next;
    kept.set(role, ofRole);
    yield brokenOf(ofRole[random(ofRole.length)] ?? next, { role, random });
  }
}

const TEXTS = Object.entries(TEXT_FAULTS);
const REQUESTS = Object.entries(REQUEST_FAULTS);

function brokenOf({ document }: Valid, { role, random }: { role: Role; random: Random }): Sent {
  const at = random(TEXTS.length + REQUESTS.length);
  const text = TEXTS[at];
  if (text !== undefined) {
    const [name, breakText] = text;
    const hidden = (): string => HIDDEN[random(HIDDEN.length)] ?? '';
    const query = breakText(document.query, { random, hidden });
    const sent = posted({ ...document, query }, { kind: `broken: ${name}`, role });
    if (random(2) === 0) sent.headers['accept'] = 'application/graphql-response+json';
    return sent;
  }
  const [name, breakRequest] = REQUESTS[at - TEXTS.length] as (typeof REQUESTS)[number];
  return { ...breakRequest(document, { random, role }), kind: `broken: ${name}` };
}
