import { join } from 'node:path';
import type { Framework } from '../settings.ts';
import { goSentinel, NODE_REPORTER, pytestLauncher } from './own-files.ts';
import { pytestSettings } from './pytest-settings.ts';
import type { TreeFile } from './tree-file.ts';

/** What a framework is started with. */
export interface Plan {
  /** A program by its name, or by its path in the checkout. */
  readonly program: string;
  readonly args: readonly string[];
  /** Files of ours: outside of the checkout, where no test looks. */
  readonly own: readonly { readonly path: string; readonly text: string }[];
  /** Files of ours among the tests. */
  readonly added: readonly TreeFile[];
  /** Where the report is: a file, or standard output where the framework knows nothing else. */
  readonly report: 'file' | 'stdout';
}

export interface PlanPlaces {
  readonly checkout: string;
  readonly own: string;
  readonly temporary: string;
  /** Where the report goes; its name is not known before. */
  readonly report: string;
  readonly locked: readonly TreeFile[];
  /** Nobody can know it before. */
  readonly nonce: string;
}

type Planner = (files: readonly TreeFile[], places: PlanPlaces) => Plan;

const node: Planner = (files, { own, report }) => ({
  program: 'node',
  args: [
    '--test',
    '--test-reporter',
    join(own, 'reporter.mjs'),
    '--test-reporter-destination',
    report,
    ...files.map(({ file }) => file),
  ],
  own: [{ path: 'reporter.mjs', text: NODE_REPORTER }],
  added: [],
  report: 'file',
});

const vitest: Planner = (files, { checkout, report }) => ({
  program: 'node',
  args: [
    join(checkout, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--reporter=json',
    `--outputFile=${report}`,
    '--passWithNoTests=false',
    '--coverage.enabled=false',
    ...files.map(({ file }) => file),
  ],
  own: [],
  added: [],
  report: 'file',
});

const jest: Planner = (files, { checkout, report, temporary }) => ({
  program: 'node',
  args: [
    join(checkout, 'node_modules/jest/bin/jest.js'),
    '--json',
    `--outputFile=${report}`,
    '--ci',
    '--watchman=false',
    '--coverage=false',
    `--cacheDirectory=${join(temporary, 'jest')}`,
    '--runTestsByPath',
    ...files.map(({ file }) => file),
  ],
  own: [],
  added: [],
  report: 'file',
});

const mocha: Planner = (files, { checkout, report }) => ({
  program: 'node',
  args: [
    join(checkout, 'node_modules/mocha/bin/mocha.js'),
    '--reporter',
    'json',
    '--reporter-option',
    `output=${report}`,
    ...files.map(({ file }) => file),
  ],
  own: [],
  added: [],
  report: 'file',
});

/** Isolated, so that neither the current folder nor the environment gives it a module. */
const pytest: Planner = (files, { checkout, own, report, locked, nonce }) => {
  const settings = pytestSettings(locked, files, nonce);
  return {
    program: 'python3',
    args: [
      '-I',
      '-B',
      join(own, 'launch.py'),
      '-q',
      '-p',
      'no:cacheprovider',
      '-o',
      'enable_assertion_pass_hook=true',
      '-c',
      settings.file,
      `--rootdir=${checkout}`,
      `--confcutdir=${checkout}`,
      ...files.map(({ file }) => file),
    ],
    own: [{ path: 'launch.py', text: pytestLauncher(report, checkout) }],
    added: [settings],
    report: 'file',
  };
};

const go: Planner = (files, { nonce }) => {
  const folders = [...new Set(files.map(({ file }) => file.slice(0, file.lastIndexOf('/') + 1)))];
  const sentinels = folders.map((folder) => {
    const beside = files.find(({ file }) => file.startsWith(folder) && !file.slice(folder.length).includes('/'));
    const text = typeof beside?.content === 'string' ? beside.content : new TextDecoder().decode(beside?.content);
    const name = /^package\s+(\w+)/mu.exec(text)?.[1] ?? 'main';
    return { file: `${folder}zz_pawl_${nonce}_test.go`, content: goSentinel(name, sentinelName(nonce)) };
  });
  return {
    program: 'go',
    args: ['test', '-json', '-count=1', '-vet=off', ...folders.map((folder) => `./${folder}`)],
    own: [],
    added: sentinels,
    report: 'stdout',
  };
};

export function sentinelName(nonce: string): string {
  return `TestPawl${nonce}`;
}

const PLANNERS: Readonly<Record<Framework, Planner>> = { node, vitest, jest, mocha, pytest, go };

/** How a framework runs these files, and tells what came of each test. */
export function planFor(framework: Framework, files: readonly TreeFile[], places: PlanPlaces): Plan {
  return PLANNERS[framework](files, places);
}
