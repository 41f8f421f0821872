/** A line of the log: its event, and values in other keys. */
export type LogFields = Readonly<Record<string, unknown>>;

/** Keys that every line has, or that are for machines. */
const HIDDEN: ReadonlySet<string> = new Set(['level', 'time', 'pid', 'name', 'event', 'msg', 'err', 'requestId']);
/** Keys whose values say by themselves what they are. */
const PLAIN: ReadonlySet<string> = new Set([
  'file',
  'table',
  'lookup',
  'column',
  'word',
  'url',
  'buildId',
  'reason',
  'warning',
  'setting',
  'method',
  'path',
]);
const MEBIBYTE = 1 << 20;
/** Control characters but for line breaks and tabs, among them those that turn the direction of text around. */
const CONTROLS = /[^\P{Cc}\n\t]|[\u2028-\u202e\u2066-\u2069]/gu;

/** A line of the log for people: the event, then its plain values, without objects and lists. */
export function terminalLine(fields: LogFields): string {
  const values = Object.entries(fields)
    .filter(([key, value]) => !HIDDEN.has(key) && (typeof value === 'string' || typeof value === 'number'))
    .map(([key, value]) => shown(key, value as string | number));
  const { event, msg = '' } = fields;
  return [(event ?? msg) as string, ...values.map(plainText)].join('  ');
}

/**
 * Without what a terminal would obey: a client chooses the name of its operation, and may be quoted in a reason. What
 * comes behind a line break is indented, so that it looks like no line of its own.
 */
function plainText(value: string): string {
  return value
    .replaceAll(/\r?\n/g, '\n    ')
    .replaceAll(CONTROLS, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function shown(key: string, value: string | number): string {
  if (typeof value === 'string') return PLAIN.has(key) ? value : `${key} ${value}`;
  if (key.endsWith('Ms')) return durationOf(key, value);
  if (key === 'bytes') return `${(value / MEBIBYTE).toFixed(1)} MiB`;
  if (key === 'rows') return `${value.toLocaleString('en')} rows`;
  return `${key} ${value.toLocaleString('en', { useGrouping: !/year|port|status|version/i.test(key) })}`;
}

function durationOf(key: string, ms: number): string {
  const text = ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
  return key === 'durationMs' ? text : `${key.slice(0, -'Ms'.length)} ${text}`;
}
