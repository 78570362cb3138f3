import { randomBytes } from 'node:crypto';
import { mkdir, open, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ReportFileError } from './report-file-error.ts';

/** How a page of ours begins, and a document. */
const OURS = [/<meta name="generator" content="pawl report">/u, /^\{\s*"schema": "pawl\/report@\d+"/u];
/** Both stand long before. */
const BEGINNING = 4096;

/**
 * Writes a report where there is none yet, or one of ours. What tells of open holes only its owner may read. Whoever is killed meanwhile leaves the
 * old file or the new one.
 *
 * @throws ReportFileError
 */
export async function writeReport(path: string, text: string, audience: 'agent' | 'human'): Promise<void> {
  try {
    // What a link leads to is written, and not the link.
    const file = await realpath(path).catch(unlessMissing(path));
    if ((await whatLiesAt(file)) === 'device') await writeFile(file, text);
    else await replace(file, text, audience === 'human' ? 0o600 : 0o644);
  } catch (error) {
    if (error instanceof ReportFileError) throw error;
    const why = error instanceof Error ? error.message : String(error);
    throw new ReportFileError('not-written', `the report cannot be written: ${why}`, {
      next: 'name another file: pawl report --out FILE',
      cause: error,
    });
  }
}

async function whatLiesAt(file: string): Promise<'ours' | 'nothing' | 'device'> {
  const handle = await open(file, 'r').catch(unlessMissing(undefined));
  if (handle === undefined) return 'nothing';
  try {
    const stats = await handle.stat();
    if (stats.isCharacterDevice() || stats.isFIFO()) return 'device';
    if (!stats.isFile()) throw notOurs(file, 'is no file');
    if (stats.size === 0) return 'nothing';
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(BEGINNING), 0, BEGINNING, 0);
    const beginning = buffer.toString('utf8', 0, bytesRead);
    if (OURS.some((mark) => mark.test(beginning))) return 'ours';
    throw notOurs(file, 'is no report of Pawl');
  } finally {
    await handle.close();
  }
}

async function replace(file: string, text: string, mode: number): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  try {
    await writeFile(draft, text, { flag: 'wx', mode });
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

function notOurs(file: string, what: string): ReportFileError {
  return new ReportFileError('not-a-report', `${file} ${what}, so nothing was written over it`, {
    next: 'name another file: pawl report --out FILE',
  });
}

function unlessMissing<Instead>(instead: Instead): (error: NodeJS.ErrnoException) => Instead {
  return (error) => {
    if (error.code === 'ENOENT') return instead;
    throw error;
  };
}
