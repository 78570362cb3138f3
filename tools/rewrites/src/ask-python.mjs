// @ts-check
import { spawn, spawnSync } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('./python/main.py', import.meta.url));

/** @param {import('./workshop.mjs').Workshop} workshop @returns {{ kind: string, tool: string }[]} */
export function pythonKinds({ python }) {
  const kinds = JSON.parse(mustRun(python, [MAIN, '--kinds'], ''));
  return kinds.map((/** @type {[string, string]} */ [kind, tool]) => ({ kind, tool }));
}

/** @param {import('./workshop.mjs').Workshop} workshop @returns {string[]} */
export function pythonRemovalKinds({ python }) {
  return JSON.parse(mustRun(python, [MAIN, '--removals'], ''));
}

/**
 * One answer for each task, in their order. Scripts are rewritten meanwhile, on another core.
 * @param {import('./workshop.mjs').Workshop} workshop @param {readonly object[]} tasks
 * @returns {Promise<import('./javascript/edit-script.mjs').Tried[]>}
 */
export async function askPython({ python }, tasks) {
  const child = spawn(python, [MAIN], { env: ENVIRONMENT, stdio: ['pipe', 'pipe', 'pipe'] });
  const ended = new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
  child.stdin.end(tasks.map((task, id) => JSON.stringify({ id, ...task })).join('\n'));
  const [output, complaint, status] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  if (status !== 0) throw new Error(`${MAIN} ended with ${status}: ${complaint}`);
  const lines = output.trim().split('\n');
  if (lines.length !== tasks.length) throw new Error(`${tasks.length} tasks got ${lines.length} answers`);
  return lines.map((line) => JSON.parse(line));
}

const ENVIRONMENT = { ...process.env, PYTHONHASHSEED: '0', PYTHONDONTWRITEBYTECODE: '1' };

/** @param {string} program @param {readonly string[]} args @param {string} input */
function mustRun(program, args, input) {
  const ran = spawnSync(program, args, { input, encoding: 'utf8', maxBuffer: 1 << 28, env: ENVIRONMENT });
  if (ran.error) throw ran.error;
  if (ran.status !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${ran.status}: ${ran.stderr}`);
  return ran.stdout;
}
