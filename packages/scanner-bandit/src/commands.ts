import type { Command, OwnFile, SourceFile, Step } from '@pawl/scanner';
import { CONFIGURATION } from './pinned-rules.ts';

const INI: OwnFile = { name: 'bandit.ini', text: '[bandit]\n' };
const RESULT = 'bandit.json';
const MIB = 1024 * 1024;

/** Bandit's report does not name the version that made it, so each scan asks first. */
const VERSION: Step = { argv: ['bandit', '--version'], okStatus: [0] };

/** Everything that is set besides the folders. */
export const OPTIONS: readonly string[] = [
  // Above fifty files Bandit prints a progress bar, unless it is quiet. Warnings and errors are printed all the same.
  '--quiet',
  '--recursive',
  '--format=json',
  '--number=1',
  '--ignore-nosec',
  '--severity-level=all',
  '--confidence-level=all',
  // In place of the default, which passes over `.tox`, `CVS`, `*.egg` and more, by any part of a path.
  '--exclude=',
];

/** Asks what is installed: its version, the Python that runs it, and the tests that it has. */
export function askCommand(): Command {
  return {
    kind: 'command',
    steps: [VERSION, { argv: ['bandit', '--help'], okStatus: [0] }],
    files: [],
    own: [],
    timeoutMs: 60_000,
    maxOutputBytes: MIB,
    maxMemoryBytes: 1024 * MIB,
  };
}

export function scanCommand(files: readonly SourceFile[], rules: readonly OwnFile[]): Command {
  return {
    kind: 'command',
    steps: [VERSION, { argv: ['bandit', ...OPTIONS, ...FOLDERS], okStatus: [0, 1] }],
    files,
    own: [INI, ...rules],
    result: RESULT,
    timeoutMs: 600_000,
    maxOutputBytes: 256 * MIB,
    maxMemoryBytes: 4096 * MIB,
  };
}

const FOLDERS: readonly string[] = [
  // Named, so that Bandit does not look for a `.bandit` among the judged files.
  `--ini={own}/${INI.name}`,
  `--configfile={own}/${CONFIGURATION}`,
  `--output={out}/${RESULT}`,
  // One folder and no list of files: a command line has a limit, a tree has none.
  '{files}',
];
