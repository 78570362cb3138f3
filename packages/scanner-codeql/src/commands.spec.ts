import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from '@pawl/process';
import {
  type Invocation,
  type Output,
  type PinningDoor,
  readOutput,
  type Scanner,
  type SourceFile,
} from '@pawl/scanner';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { codeqlAdapter } from './codeql-adapter.ts';
import type { CodeqlSettings } from './settings.ts';

const fake = fileURLToPath(new URL('fake-codeql.fixture.mjs', import.meta.url));
const both: CodeqlSettings = { languages: ['python', 'javascript'] };
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pawl-codeql-'));
  await install('2.24.1');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function install(version: string): Promise<void> {
  const script = `#!/bin/sh\nFAKE_VERSION=${version} exec '${process.execPath}' '${fake}' "$@"\n`;
  await writeFile(join(folder, 'codeql'), script);
  await chmod(join(folder, 'codeql'), 0o755);
}

function does(invocation: Invocation, tools: readonly string[] = [folder]): Promise<Output> {
  const path = [...tools, dirname(process.execPath), '/usr/bin', '/bin'].join(':');
  return run(invocation, { environment: { PATH: path, HOME: folder } });
}

const door: PinningDoor = {
  run: (command) => does(command),
  readFile: () => Promise.resolve(undefined),
  listFiles: () => Promise.resolve([]),
};
const source = (file: string, text: string): SourceFile => ({ file, blob: `blob of ${file}`, text });
const opened = async (settings: CodeqlSettings): Promise<Scanner> =>
  codeqlAdapter.open(settings, await codeqlAdapter.pin(settings, door));
const files = [
  source('app.js', 'ok()\neval(x)\n'),
  source('a b/ü.py', 'eval(y)\n'),
  source('clean.py', 'pass\n'),
  source('README.md', 'eval('),
];

describe('when the documented command line is what a CodeQL takes', () => {
  it('it scans several languages into one result', async () => {
    const scanner = await opened(both);
    const result = readOutput(scanner, await does(scanner.plan({ files })), { files });
    const found = { tool: 'codeql', severity: 'critical', message: 'This is evaluated.', cwe: ['CWE-95'] };
    expect(result.findings).toEqual([
      { ...found, rule: 'js/code-injection', file: 'app.js', line: 2, column: 1, endColumn: 6 },
      { ...found, rule: 'py/code-injection', file: 'a b/ü.py', line: 1, column: 1, endColumn: 6 },
    ]);
    expect(result.coverage.examined.map(({ file }) => file)).toEqual(['app.js', 'a b/ü.py', 'clean.py']);
    expect(result.coverage.notExamined).toEqual([]);
  });

  it('it scans one language alone', async () => {
    const scanner = await opened({ languages: ['python'], suite: 'security-extended' });
    const { coverage, findings } = readOutput(scanner, await does(scanner.plan({ files })), { files });
    expect([findings.length, coverage.examined.length, coverage.notExamined.length]).toEqual([1, 2, 0]);
  });

  it('it makes no database for a language of which there is no file', async () => {
    const scanner = await opened(both);
    for (const left of [files.slice(1), files.slice(3), []]) {
      const { coverage } = readOutput(scanner, await does(scanner.plan({ files: left })), { files: left });
      expect(coverage.examined.map(({ file }) => file)).toEqual(left.length === 3 ? ['a b/ü.py', 'clean.py'] : []);
      expect(coverage.notExamined).toEqual([]);
    }
  });

  it('E13 it notices another version than the one that was locked', async () => {
    const scanner = await opened(both);
    await install('2.25.0');
    const { coverage } = readOutput(scanner, await does(scanner.plan({ files })), { files });
    expect(coverage.examined).toEqual([]);
    expect(coverage.notExamined[0]?.why).toMatch(/2\.25\.0 answered/u);
  });

  it('S07 it examines nothing where CodeQL is not there', async () => {
    const scanner = await opened(both);
    const nowhere = (invocation: Invocation): Promise<Output> => does(invocation, []);
    expect(readOutput(scanner, await nowhere(scanner.plan({ files })), { files }).coverage.examined).toEqual([]);
    await expect(codeqlAdapter.pin(both, { ...door, run: nowhere })).rejects.toEqual(
      expect.objectContaining({ name: 'AdapterError', code: 'tool-missing' }),
    );
  });

  it('it says which queries are missing', async () => {
    const settings = { languages: ['python'], suite: 'none-of-them' };
    await expect(codeqlAdapter.pin(settings, door)).rejects.toEqual(
      expect.objectContaining({
        code: 'rules-missing',
        next: expect.stringContaining('codeql pack download codeql/python-queries'),
      }),
    );
  });
});
