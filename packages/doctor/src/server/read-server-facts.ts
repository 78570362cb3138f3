import { readFile, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { readSettings } from '@pawl/git/porcelain';
import { readAnchor } from '@pawl/ledger';
import { readReceiveSettings } from '@pawl/receive';
import { DoctorError } from '../doctor-error.ts';
import { isUnread, reading, unlessMissing } from '../fact.ts';
import type { Place } from '../place.ts';
import type { ServerFacts, ServerHook } from './server-facts.ts';

export async function readServerFacts({ repository }: Place): Promise<ServerFacts> {
  const folder = repository.commonDir;
  const hook = await reading(() => readHook(folder));
  const config = await reading(async () => byKey(await readSettings(folder)));
  const [anchor, settings] = isUnread(hook) ? [undefined, undefined] : [hook.is.anchor, hook.is.settings];
  return {
    folder,
    hook,
    hooksPath: isUnread(config) ? undefined : elsewhere(config.is.get('core.hookspath')?.at(-1), folder),
    anchor: await reading(() => (anchor === undefined ? undefined : anchorAt(anchor, folder))),
    settings: await reading(async () => {
      if (settings !== undefined) readReceiveSettings(await readFile(settings, 'utf8'), settings);
      return settings !== undefined;
    }),
    config,
    isShallow: await repository.isShallow(),
  };
}

function elsewhere(hooksPath: string | undefined, folder: string): string | undefined {
  return hooksPath === undefined || resolve(folder, hooksPath) === join(folder, 'hooks') ? undefined : hooksPath;
}

async function readHook(folder: string): Promise<ServerHook> {
  const path = join(folder, 'hooks', 'pre-receive');
  const [text, stats] = await Promise.all([
    readFile(path, 'utf8').catch(unlessMissing),
    stat(path).catch(unlessMissing),
  ]);
  const isOurs = text?.split('\n', 2)[1]?.startsWith('# Written by `pawl pre-receive') === true;
  const kind = text === undefined ? 'missing' : isOurs ? 'ours' : 'other';
  const program = wordAfter(text, 'file=');
  return {
    kind,
    isExecutable: ((stats?.mode ?? 0) & 0o111) !== 0,
    hasProgram: program !== undefined && (await stat(program).catch(unlessMissing)) !== undefined,
    anchor: wordAfter(text, "'--anchor' "),
    settings: wordAfter(text, "'--settings' "),
  };
}

/** A word of a shell between single quotes, as the hook was written. */
function wordAfter(text: string | undefined, mark: string): string | undefined {
  const start = text?.indexOf(mark) ?? -1;
  if (text === undefined || start < 0) return undefined;
  return /^'((?:[^']|'\\'')*)'/u.exec(text.slice(start + mark.length))?.[1]?.replaceAll("'\\''", "'");
}

/** Read as the hook would read it: an anchor that is none is a fault of the server, and not an absent one. */
async function anchorAt(path: string, folder: string): Promise<{ readonly isInside: boolean; readonly mode: number }> {
  const [text, stats, real] = await Promise.all([readFile(path, 'utf8'), stat(path), realpath(path)]);
  try {
    readAnchor(text);
  } catch (cause) {
    throw new DoctorError('unusable-file', cause instanceof Error ? cause.message : String(cause), { cause });
  }
  const way = relative(folder, real);
  const isInside = way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
  return { isInside, mode: process.platform === 'win32' ? 0 : stats.mode };
}

function byKey(settings: Awaited<ReturnType<typeof readSettings>>): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { key, value } of settings) found.set(key, [...(found.get(key) ?? []), value]);
  return found;
}
