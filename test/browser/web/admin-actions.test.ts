import { truncate } from 'node:fs/promises';
import { join } from 'node:path';

import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';

import { buildFolder, tableFile } from '../../../src/dataset/builds/paths.ts';
import { readBuilds } from '../../../src/storage/builds/builds.ts';
import { administer, BOSS } from '../../support/administrator.ts';
import { HAS_CHROMIUM } from '../../support/chromium.ts';
import { foldersIn, newFolder } from '../../support/folders.ts';
import { openHeldOrigin } from '../../support/held-origin.ts';
import { writeSources } from '../../support/imdb-files.ts';
import { ingestInto } from '../../support/ingest.ts';
import { openOrigin } from '../../support/origin.ts';
import { BOSS_TOKEN, openOffice } from './open-office.ts';
import { useToken } from './use-token.ts';

const SLOW = { timeout: 180_000 };
const FILES = 'title.crew.tsv.gz';

const part = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });
const button = (within: Page | Locator, name: string | RegExp): Locator => within.getByRole('button', { name });
/** What screen readers are told of a part. */
const said = async (within: Locator): Promise<string> => (await within.getByRole('status').allInnerTexts()).join(' ');
const lastRuns = (page: Page): Promise<string[]> =>
  page.getByRole('list', { name: 'Last runs' }).getByRole('listitem').allInnerTexts();
const audited = (page: Page): Promise<string> => page.getByRole('list', { name: 'Audit log' }).innerText();

/** Answers the dialog that a button opens. */
async function confirm(page: Page, answer: string): Promise<void> {
  await button(page.getByRole('dialog'), answer).click();
}

describe.skipIf(!HAS_CHROMIUM)('actions of the admin page', () => {
  let files: string;

  beforeAll(async () => {
    files = await writeSources(newFolder('files'));
  });

  /** A data folder with two builds of one set of files; the older one first. */
  async function twoBuilds(folder: string): Promise<string[]> {
    const folders = foldersIn(folder);
    await ingestInto(folders, { from: files });
    await ingestInto(folders, { from: files, run: { force: true } });
    return (await readBuilds(folders)).map(({ buildId }) => buildId).toReversed();
  }

  test(
    'a run is begun, followed to its end, and stands in the lists of runs, builds and the audit log',
    SLOW,
    async () => {
      const origin = await openHeldOrigin(files);
      const { enter } = await openOffice({ IMDB_BASE_URL: origin.url });
      const { page, problems } = await enter();
      const runs = part(page, 'Runs');
      expect(await page.getByRole('list', { name: 'Troubles' }).innerText()).toContain('No build is served.');
      await button(runs, 'Start a run').click();
      await expect.poll(() => said(runs)).toContain('A run goes on, in the step download');
      const step = page.getByRole('list', { name: 'Steps' }).getByRole('listitem');
      expect(await step.filter({ hasText: 'Download' }).getAttribute('aria-current')).toBe('step');
      expect(await runs.getByRole('progressbar', { name: 'Progress of the step' }).count()).toBe(1);
      expect(await runs.innerText()).toContain(`By hand by ${BOSS}`);
      // A second one is refused in words that name the first.
      await button(runs, 'Start a run').click();
      await expect.poll(() => said(runs)).toContain(`A run of ${BOSS} goes on, in the step download.`);
      origin.give();
      await expect
        .poll(() => lastRuns(page), { timeout: 30_000 })
        .toEqual([expect.stringMatching(/^Promoted\s+By hand/)]);
      expect(await lastRuns(page)).toEqual([
        expect.stringMatching(/took .* · download .* · build .* · verify .* · promote .* · build \d{8}T\d{6}Z/),
      ]);
      expect(await said(runs)).toContain('No run goes on');
      await expect.poll(() => part(page, 'Builds').innerText()).toMatch(/\d{8}T\d{6}Z\s+served\s+version 1/);
      await expect
        .poll(() => audited(page))
        .toMatch(/ingest\s+PROMOTED\s+by boss[^]*startIngest\s+BUSY[^]*startIngest\s+STARTED/);
      expect(await page.getByText('Nothing is known to be wrong.').count()).toBe(1);
      expect(problems).toEqual([]);
    },
  );

  test('an export is begun, and what came of it stands beside its target', SLOW, async () => {
    const folder = newFolder();
    await ingestInto(foldersIn(folder), { from: files });
    const path = join(newFolder('out'), 'films.db');
    const { enter } = await openOffice({
      DATA_DIR: folder,
      IMDB_BASE_URL: `file://${files}`,
      EXPORT_URL: `sqlite:${path},postgres://films:se-cret@127.0.0.1:1/films`,
    });
    const { page, problems } = await enter();
    const targets = page.getByRole('list', { name: 'Targets of exports' }).getByRole('listitem');
    expect(await targets.allInnerTexts()).toEqual([
      expect.stringContaining('Nothing was exported to it yet.'),
      expect.stringMatching(/^postgres:\/\/127\.0\.0\.1:1\/films\s/),
    ]);
    for (const at of [0, 1]) await button(targets.nth(at), 'Export now').click();
    await expect.poll(() => targets.nth(0).innerText(), { timeout: 30_000 }).toMatch(/Exported, build \w+, by boss/);
    expect(await said(targets.nth(0))).toBe('');
    await expect.poll(() => targets.nth(1).innerText()).toMatch(/Failed, [^]*nothing listens there/);
    await expect.poll(() => audited(page)).toMatch(/startExport\s+EXPORTED\s+by boss/);
    await targets
      .nth(0)
      .getByRole('checkbox', { name: /^Export TMDB’s data too/ })
      .check();
    await button(targets.nth(0), 'Export now').click();
    await expect.poll(() => targets.nth(0).innerText()).toMatch(/Failed, [^]*has no data of TMDB's/);
    expect(problems).toEqual([]);
  });

  test('a run of some steps alone is begun, and its failure is a trouble with a remedy', SLOW, async () => {
    const { enter } = await openOffice({ IMDB_BASE_URL: `file://${files}` });
    const { page } = await enter();
    for (const name of ['Download', 'Build', 'Verify']) await page.getByRole('checkbox', { name }).uncheck();
    await button(page, 'Start a run').click();
    await expect.poll(() => lastRuns(page)).toEqual([expect.stringMatching(/^Failed[^]*no build is verified/)]);
    const troubles = page.getByRole('list', { name: 'Troubles' });
    await expect.poll(() => troubles.innerText()).toMatch(/no build is verified[^]*start a run[^]*Troubleshooting/);
    await page.getByRole('checkbox', { name: 'Promote' }).uncheck();
    await button(page, 'Start a run').click();
    await expect.poll(() => said(part(page, 'Runs'))).toContain('steps: expected at least one step');
  });

  test('a run is cancelled after a question, and not where the answer is no', SLOW, async () => {
    const origin = await openHeldOrigin(files);
    const { url, enter } = await openOffice({ IMDB_BASE_URL: origin.url });
    const { page } = await enter();
    const runs = part(page, 'Runs');
    const cancel = button(runs, 'Cancel the run');
    expect(await cancel.getAttribute('aria-disabled')).toBe('true');
    // One that somebody else has begun is seen too.
    await administer(url, 'mutation { startIngest { outcome } }');
    await expect.poll(() => cancel.getAttribute('aria-disabled')).toBe('false');
    await cancel.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Cancel the run');
    await page.keyboard.press('Enter');
    await confirm(page, 'End the run');
    await expect.poll(() => lastRuns(page)).toEqual([expect.stringMatching(/^Cancelled[^]*cancelled by boss/)]);
    expect(await said(runs)).toContain('The run has ended. Nothing of it is left');
    await expect.poll(() => audited(page)).toMatch(/cancelIngest\s+CANCELLED/);
  });

  test('a stream of events that breaks is begun again, and what happens then is seen', SLOW, async () => {
    const { url, visit } = await openOffice({ IMDB_BASE_URL: `file://${files}` });
    const { page } = await visit('/admin');
    let isBroken = true;
    await page.route('**/graphql', async (route) => {
      const isStream = route.request().headers()['accept'] === 'text/event-stream';
      if (isBroken && isStream) await route.fulfill({ contentType: 'text/event-stream', body: ':\n\n' });
      else await route.continue();
    });
    await useToken(page, BOSS_TOKEN);
    const lost = page.getByText('The connection is lost.');
    await lost.waitFor();
    isBroken = false;
    await lost.waitFor({ state: 'detached' });
    await administer(url, 'mutation { startIngest(steps: [DOWNLOAD]) { outcome } }');
    await expect.poll(() => lastRuns(page)).toEqual([expect.stringMatching(/^Done[^]*7 files are whole/)]);
  });

  test('builds are verified, compared, promoted and pruned, each with what came of it', SLOW, async () => {
    const folder = newFolder('data');
    const [older = '', newer = ''] = await twoBuilds(folder);
    const { enter, folders } = await openOffice({ KEEP_BUILDS: '1', PRUNE_GRACE: '0' }, folder);
    const { page } = await enter();
    const row = (id: string): Locator =>
      page.getByRole('list', { name: 'Builds' }).getByRole('listitem').filter({ hasText: id });
    await truncate(join(buildFolder(folders, newer), tableFile('titles')), 100);
    await button(row(newer), `Verify the build ${newer}`).click();
    await expect.poll(() => said(row(newer))).toContain('tables/titles.parquet has 100 bytes');
    await expect
      .poll(() => page.getByRole('list', { name: 'Troubles' }).innerText())
      .toContain('Promote a build that is whole');
    await button(row(older), 'Verify').click();
    await expect.poll(() => said(row(older))).toContain('Every file is as its manifest says.');

    await button(part(page, 'Builds'), 'Compare').click();
    await expect.poll(() => said(part(page, 'Builds'))).toMatch(/\d+ tables? of \d+ differ/);
    expect(await page.getByRole('table').first().innerText()).toMatch(/titles\s+3\s+3/);

    await button(row(older), `Promote the build ${older}`).click();
    await confirm(page, 'Serve it');
    await expect
      .poll(() => row(older).innerText(), { timeout: 20_000 })
      .toContain('It is in service. Its version is 3.');
    await expect.poll(() => row(older).innerText()).toMatch(/^\S+\s+served/);
    await expect
      .poll(() => lastRuns(page))
      .toEqual(expect.arrayContaining([expect.stringMatching(/^Promoted\s+Go back/)]));
    // A damaged one is refused, in the server's words.
    await button(row(newer), 'Promote').click();
    await confirm(page, 'Serve it');
    await expect.poll(() => said(row(newer))).toMatch(/It cannot be served\.[^]*has 100 bytes/);

    await button(page, 'Prune builds').click();
    await confirm(page, 'Remove them');
    await expect.poll(() => said(part(page, 'Builds'))).toMatch(/build removed|kept, because|nothing to remove/);
    await expect
      .poll(() => audited(page))
      .toMatch(/pruneBuilds\s+DONE[^]*promoteBuild\s+REFUSED[^]*promoteBuild\s+PROMOTED/);
  });

  test(
    'source files are downloaded, extracted and deleted; what a build needs only after the server has said so',
    SLOW,
    async () => {
      const origin = await openOrigin(files);
      onTestFinished(() => origin.close());
      const folder = newFolder('data');
      await ingestInto(foldersIn(folder), { from: origin.url });
      const { enter } = await openOffice({ IMDB_BASE_URL: origin.url, EXTRACT_DIR: newFolder('text') }, folder);
      const { page } = await enter();
      const sources = part(page, 'Source files');
      const row = page.getByRole('row').filter({ hasText: FILES });
      const force = button(sources, /^Delete all the same/);
      await page.getByRole('checkbox', { name: FILES }).check();
      await button(sources, /^Extract 1 file/).click();
      await expect.poll(() => said(sources)).toMatch(/1 file done, 0 failed\.[^]*title\.crew\.tsv\.gz: done/);
      await expect.poll(() => row.innerText()).toMatch(/yes\s+yes/);

      await button(sources, /^Delete 1 file/).click();
      await confirm(page, 'Leave it');
      expect(await force.count()).toBe(0);
      await button(sources, /^Delete 1 file/).click();
      await confirm(page, 'Delete');
      await expect.poll(() => said(sources)).toMatch(/0 files done, 1 failed\.[^]*was made from it/);
      await force.click();
      await confirm(page, 'Delete all the same');
      await expect.poll(() => said(sources)).toMatch(/1 file done, 0 failed/);
      await expect.poll(() => row.innerText()).toContain('not here');
      expect(await force.count()).toBe(0);

      await button(sources, /^Download 1 file/).click();
      await expect.poll(() => said(sources)).toMatch(/1 file done, 0 failed/);
      await expect.poll(() => row.innerText()).toMatch(/\d MB/);
      await expect.poll(() => sources.locator('summary').innerText()).toMatch(/Last action: download by boss/);
      await button(sources, 'Process all in one go').click();
      await expect.poll(() => lastRuns(page), { timeout: 30_000 }).toHaveLength(2);
      await expect
        .poll(() => audited(page))
        .toMatch(/deleteDatasets\s+DONE[^]*"force":true[^]*deleteDatasets\s+FAILED[^]*extractDatasets\s+DONE/);
    },
  );
});
