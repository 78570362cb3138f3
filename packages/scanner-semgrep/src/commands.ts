import type { Command, OwnFile, SourceFile } from '@pawl/scanner';

const MIB = 1024 * 1024;

/** Everything that is set besides the folders: it counts into the digest. */
export const OPTIONS: readonly string[] = [
  // The engine itself, without the Python program before it: a tenth of the start-up, and it never asks the network.
  '--experimental',
  '--oss-only',
  '--metrics=off',
  '--disable-version-check',
  '--json',
  // On two cores a second thread made scans slower: both wait for one heap.
  '--jobs=1',
  // Suppressions are judged by Pawl.
  '--disable-nosem',
  // Nothing may hide a file: neither ignore files nor Semgrep's own list of tests/, vendor/ and the like, nor looks, nor size.
  '--no-git-ignore',
  '--x-ignore-semgrepignore-files',
  '--no-exclude-minified-files',
  '--no-exclude-binary-files',
  '--max-target-bytes=0',
  // One rule that takes half a minute makes its file "not examined", so there is no need to try the others.
  '--timeout=30',
  '--timeout-threshold=1',
];

const SCAN_ENDS: readonly number[] = [0];

/** With a broken rule Semgrep ends with 2 or 7, and says in its report which one it is. */
const TRIAL_ENDS: readonly number[] = [0, 2, 7];

export function scanCommand(files: readonly SourceFile[], own: readonly OwnFile[]): Command {
  return semgrep(files, own, SCAN_ENDS);
}

/** To learn whether the rules can be used at all. */
export function trialCommand(files: readonly SourceFile[], own: readonly OwnFile[]): Command {
  return semgrep(files, own, TRIAL_ENDS);
}

function semgrep(files: readonly SourceFile[], own: readonly OwnFile[], okStatus: readonly number[]): Command {
  const configs = own.map(({ name }) => `--config={own}/${name}`);
  return {
    kind: 'command',
    steps: [{ argv: ['semgrep', 'scan', ...OPTIONS, ...configs, '{files}'], okStatus }],
    files,
    own,
    timeoutMs: 600_000,
    maxOutputBytes: 512 * MIB,
    maxMemoryBytes: 8192 * MIB,
  };
}

/** Node is there wherever Pawl is; curl is not. What comes back is data, and is read as strictly as a file of the commit. */
const DOWNLOAD = `
try {
  const answer = await fetch(process.argv[1], { redirect: 'error', headers: { accept: 'application/json' } });
  if (!answer.ok) throw new Error('the registry answered with status ' + answer.status);
  process.stdout.write(await answer.text());
} catch (error) {
  console.error((error.cause ?? error).message);
  process.exitCode = 1;
}
`;

export function downloadCommand(url: string): Command {
  return {
    kind: 'command',
    steps: [{ argv: ['node', '--input-type=module', '--eval', DOWNLOAD, url], okStatus: [0] }],
    files: [],
    own: [],
    timeoutMs: 60_000,
    maxOutputBytes: 64 * MIB,
    maxMemoryBytes: 1024 * MIB,
  };
}
