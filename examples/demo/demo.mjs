// Watch an agent loop being caught: a small web application, Pawl's hooks, a lock, and an agent whose iterations are
// replayed as real commits. Its functional tests are green every time. Nothing outside a fresh temporary folder changes.
//
//   npm run demo            (add --keep to look at the repository afterwards)
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argv, exit, stdout } from 'node:process';
import { fileURLToPath } from 'node:url';
import { runner } from './run.mjs';
import { bold, cyan, dim, green, heading, red, sideBySide } from './screen.mjs';

const ITERATIONS = [
  { folder: '1-search', says: 'Let people search their notes' },
  { folder: '2-timestamps', says: 'Show when a note was written' },
  { folder: '3-cache-attachments', says: 'Cache attachments and tidy the loader' },
];

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const repository = mkdtempSync(join(tmpdir(), 'pawl-demo-'));
const state = mkdtempSync(join(tmpdir(), 'pawl-demo-state-'));
const pawl = here('../../packages/cli/bin/pawl.js');
const { git, node, tests } = runner(repository, { XDG_STATE_HOME: state });
// The agent's shell is a real one that says what it is, as coding agents do.
const agent = { CLAUDECODE: '1' };

function say(text = '') {
  stdout.write(`${text}\n`);
}

function makeRepository() {
  heading('A small web application, and its lock', say);
  cpSync(here('../notes-app/app'), repository, { recursive: true });
  git(['init', '-q', '-b', 'main']);
  git(['add', '-A']);
  git(['commit', '-qm', 'Notes: write, list and attach']);
  say(`${dim('$')} npx pawl init`);
  say(node([pawl, 'init']).all);
  git(['add', '-A']);
  git(['commit', '-qm', 'Set up Pawl']);
  say(`${dim('$')} npx pawl lock`);
  say(node([pawl, 'lock']).all);
  git(['switch', '-qc', 'agent/improve-notes']);
}

/** One turn of the loop: the agent edits, its functional tests run, it commits, the hooks answer. */
function iterate({ folder, says }, number) {
  heading(`Iteration ${number}: “${says}”`, say);
  cpSync(here(`../notes-app/iterations/${folder}`), repository, { recursive: true });
  git(['add', '-A']);
  const { passed, failed } = tests();
  say(`  functional tests   ${failed === 0 ? green(`${passed} passed`) : red(`${failed} failed`)}`);
  const commit = git(['commit', '-m', says], { env: agent, mayFail: true });
  say(`  git commit         ${commit.status === 0 ? green('accepted') : red(bold('stopped'))}`);
  return { commit, failed };
}

function showBothSides(commit) {
  const human = node([pawl, 'check', '--tier', 'fast', '--audience', 'human'], { mayFail: true });
  say();
  say(
    sideBySide(
      { title: 'What the agent sees', text: commit.all },
      { title: 'What you see: pawl check', text: human.all },
    ),
  );
  say();
  say('The tests were green all along. The check that kept attachments inside their folder is gone, and no test');
  say('looked. The agent learns only that it stopped; you decide what happens next.');
}

function play() {
  makeRepository();
  for (const [index, iteration] of ITERATIONS.entries()) {
    const { commit, failed } = iterate(iteration, index + 1);
    if (failed > 0) throw new Error('the functional tests of the demo failed');
    if (commit.status !== 0) return { stoppedAt: index + 1, commit };
  }
  throw new Error('no iteration was stopped');
}

try {
  const { stoppedAt, commit } = play();
  showBothSides(commit);
  if (stoppedAt !== 3 || commit.status === 0) throw new Error(`iteration ${stoppedAt} was stopped, not the third`);
  say(`\n${cyan('Next:')} use it in your own repository; the README says how.`);
} catch (error) {
  say(red(`The demo did not go as it should: ${error.message}`));
  exit(1);
} finally {
  if (argv.includes('--keep')) say(dim(`The repository is kept: ${repository}`));
  else for (const folder of [repository, state]) rmSync(folder, { recursive: true, force: true });
}
