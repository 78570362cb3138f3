import { mkdtemp, readFile, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reportPage } from '@pawl/report/page';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { reportOf } from '../testing/report-of.ts';
import { writeReport } from './write-report.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pawl-report-'));
});
afterEach(() => rm(folder, { recursive: true }));

const PAGE = reportPage(reportOf());
const modeOf = async (file: string): Promise<number> => (await stat(file)).mode & 0o777;

describe('when a report is written', () => {
  it('is where it was asked for, and only its owner may read it', async () => {
    const file = join(folder, 'new/report.html');
    await writeReport(file, PAGE, 'human');
    expect(await readFile(file, 'utf8')).toBe(PAGE);
    expect(await modeOf(file)).toBe(0o600);
    expect(await readdir(join(folder, 'new'))).toEqual(['report.html']);
  });

  it('may be read by others where it tells nothing', async () => {
    await writeReport(join(folder, 'report.html'), PAGE, 'agent');
    expect((await modeOf(join(folder, 'report.html'))) & 0o400).toBe(0o400);
  });

  it('takes the place of an older one, a page or data', async () => {
    const file = join(folder, 'report.html');
    for (const text of [PAGE, '{\n  "schema": "pawl/report@1"\n}\n', PAGE]) {
      await writeReport(file, text, 'human');
      expect(await readFile(file, 'utf8')).toBe(text);
    }
  });

  it('takes the place of an empty file', async () => {
    await writeFile(join(folder, 'report.html'), '');
    await writeReport(join(folder, 'report.html'), PAGE, 'human');
    expect(await readFile(join(folder, 'report.html'), 'utf8')).toBe(PAGE);
  });

  it.each(['README.md', 'index.html'])('does not write over %s, which is none', async (name) => {
    const mine = '<!doctype html><title>Mine</title>';
    await writeFile(join(folder, name), mine);
    await expect(writeReport(join(folder, name), PAGE, 'human')).rejects.toMatchObject({ code: 'not-a-report' });
    expect(await readFile(join(folder, name), 'utf8')).toBe(mine);
  });

  it('does not write over what a link leads to', async () => {
    await writeFile(join(folder, 'notes.txt'), 'mine');
    await symlink(join(folder, 'notes.txt'), join(folder, 'report.html'));
    await expect(writeReport(join(folder, 'report.html'), PAGE, 'human')).rejects.toMatchObject({
      code: 'not-a-report',
    });
    expect(await readFile(join(folder, 'notes.txt'), 'utf8')).toBe('mine');
  });

  it('does not write over a folder', async () => {
    await expect(writeReport(folder, PAGE, 'human')).rejects.toMatchObject({ code: 'not-a-report' });
  });

  it('goes to a device', async () => {
    await writeReport('/dev/null', PAGE, 'human');
    expect((await stat('/dev/null')).isCharacterDevice()).toBe(true);
  });

  it('says what kept it from being written', async () => {
    await writeFile(join(folder, 'file'), 'x');
    const writing = writeReport(join(folder, 'file/report.html'), PAGE, 'human');
    await expect(writing).rejects.toMatchObject({ code: 'not-written' });
  });
});
