import { fetchAs } from '../../data/request.ts';
import { serverUrl } from '../../routing/base.ts';

/** The warnings of `/health`; none where it says nothing that can be read, as behind a proxy that passes the graph alone. */
export async function readWarnings(signal: AbortSignal): Promise<readonly string[]> {
  const response = await fetchAs(serverUrl('/health'), { signal, headers: { accept: 'application/json' } });
  const report: unknown = await response.json().catch(() => undefined);
  if (typeof report !== 'object' || report === null || !('warnings' in report)) return [];
  const { warnings } = report;
  return Array.isArray(warnings) ? warnings.filter((one): one is string => typeof one === 'string') : [];
}
