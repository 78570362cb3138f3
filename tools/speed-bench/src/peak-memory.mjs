// @ts-check
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mustRun } from './run.mjs';

const TIME = '/usr/bin/time';
/** Writes the peak to a file, because the hook's own output is somebody else's. */
const REPORT_AT_EXIT =
  "data:text/javascript,import{writeFileSync}from'node:fs';process.on('exit',()=>writeFileSync(process.env.PEAK_FILE,String(process.resourceUsage().maxRSS)))";

/**
 * The peak of the resident memory of the hook's own process, for what is staged now.
 * @param {import('./run.mjs').Where} where
 */
export function peakMemory(where) {
  const peakFile = join(where.cwd, '.git/peak');
  const hook = join(where.cwd, '.git/pawl/hook');
  const env = { ...where.env, GIT_INDEX_FILE: '.git/index', PEAK_FILE: peakFile };
  if (existsSync(TIME)) {
    mustRun({ ...where, env }, TIME, ['-f', '%M', '-o', peakFile, 'sh', hook, 'pre-commit']);
  } else {
    mustRun({ ...where, env }, process.execPath, ['--import', REPORT_AT_EXIT, hookFile(hook), 'pre-commit']);
  }
  const megabytes = Number(readFileSync(peakFile, 'utf8')) / 1024;
  return { megabytes, by: existsSync(TIME) ? '/usr/bin/time' : 'process.resourceUsage' };
}

/** @param {string} script */
function hookFile(script) {
  const [, file] = /^file='(.*)'$/mu.exec(readFileSync(script, 'utf8')) ?? [];
  if (file === undefined) throw new Error(`${script} names no hook file`);
  return file;
}
