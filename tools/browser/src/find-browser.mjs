import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export const LEAST_MAJOR = 131;

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

export function findBrowser(env = process.env) {
  const named = env.PAWL_BROWSER;
  const programs = named ? [named] : NAMES.flatMap((name) => placesOf(name, env));
  const tried = programs.map((program) => ({ program, version: versionOf(program, env) }));
  const there = tried.filter(({ version }) => version !== undefined);
  const found = there.find(({ version }) => Number.parseInt(version, 10) >= LEAST_MAJOR);
  if (found !== undefined) return { found };
  if (there.length > 0)
    return { why: `${there[0].program} is version ${there[0].version}; ${LEAST_MAJOR} or newer is wanted` };
  return {
    why: named ? `PAWL_BROWSER names ${named}, which is no Chromium that starts` : 'no Chromium is on the path',
  };
}

function placesOf(name, env) {
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, name)).filter((program) => existsSync(program));
}

function versionOf(program, env) {
  const { status, stdout } = spawnSync(program, ['--version'], { env, encoding: 'utf8', timeout: 30_000 });
  return status === 0 ? /^(?:Chromium|Google Chrome)\D* (\d+(?:\.\d+)+)/u.exec(stdout)?.[1] : undefined;
}
