import { DamagedFile } from '../../errors.ts';
import { Rejected } from '../outcomes/outcome.ts';
import type { Answer, Message } from './in-thread.ts';

type Work = (input: unknown) => unknown;

/** What a thread does, one task after another. */
export async function doTask({ module, name, input }: Message): Promise<Answer> {
  try {
    const exported = (await import(module)) as Record<string, Work>;
    const work = exported[name];
    if (work === undefined) throw new Error(`${module} exports no ${name}`);
    return { status: 'done', value: await work(input) };
  } catch (error) {
    return { status: error instanceof Rejected || error instanceof DamagedFile ? 'rejected' : 'failed', error };
  }
}
