import type { Distribution } from '../load/key-sampler.ts';
import type { Ask } from '../load/reads.ts';

/** The workloads that goals are set for: measured with every number of clients. */
const WITH_GOALS = new Set(['card', 'nested', 'deep']);
/** For the others. */
const USUAL_CLIENTS = 16;
/** Far below what any server here can do: the latency that users see. */
export const CALM_RATE = 200;

export interface Wanted {
  workloads: readonly string[];
  clients: readonly number[];
}

/** One workload after another, each with its numbers of clients. */
export function asksOf({ workloads, clients }: Wanted, distribution: Distribution): Ask[] {
  return workloads.flatMap((workload) => {
    const numbers = WITH_GOALS.has(workload) ? clients : [usual(clients)];
    return numbers.map((number) => ({ workload, distribution, pace: { clients: number } }));
  });
}

/** Every workload with the usual number of clients. */
export function briefAsks({ workloads, clients }: Wanted): Ask[] {
  return workloads.map((workload) => ({ workload, distribution: 'uniform', pace: { clients: usual(clients) } }));
}

export function calmAsks({ workloads }: Wanted): Ask[] {
  const nested: Ask = { workload: 'nested', distribution: 'uniform', pace: { perSecond: CALM_RATE } };
  return workloads.includes('nested') ? [nested] : [];
}

export function only({ workloads, clients }: Wanted, names: readonly string[]): Wanted {
  return { workloads: workloads.filter((name) => names.includes(name)), clients };
}

function usual(clients: readonly number[]): number {
  return clients.includes(USUAL_CLIENTS) ? USUAL_CLIENTS : (clients[0] ?? USUAL_CLIENTS);
}
