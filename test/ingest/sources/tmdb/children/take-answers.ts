import { openMirror } from '../../../../../src/ingest/sources/tmdb/mirror.ts';

/** Takes answers one after the other, and says each id once it is in the file, until it is killed. */
const [folder = ''] = process.argv.slice(2);
const mirror = openMirror(folder);
for (let id = 1; id < 1_000_000; id += 1) {
  await mirror.hold(
    { kind: 'movie', id, part: 0 },
    {
      fetchedAt: new Date(1000),
      dueAt: new Date(2000),
      text: JSON.stringify({ id, title: 'x'.repeat(500) }),
      wants: [{ kind: 'person', id, part: 0 }],
    },
  );
  process.stdout.write(`${id}\n`);
}
