import { beforeEach, describe, expect, it } from 'vitest';
import { journalOf, type Scratch, scratch } from './scratch.fixture.ts';

const CONFIG = `{
  "exclude": ["vendor/**"],
  "scanners": {
    "javascript": false, "python": false, "secrets": false,
    "sarif": { "own": { "command": ["own", "{files}", "{out}/log.sarif"], "result": "log.sarif", "files": [".txt"] } },
  },
}`;

/** Finds every line with TODO, in the whole tree, and says so in SARIF. */
const program = (journal: string, version = '1.2.3'): string => `#!/bin/sh
if [ "$1" = --version ]; then echo own ${version}; exit 0; fi
echo scan >> '${journal}'
cd "$1"
results=$(grep -rn TODO . | sed 's,^\\./,,' | awk -F: '{
  printf "%s{\\"ruleId\\":\\"todo\\",\\"level\\":\\"error\\",\\"message\\":{\\"text\\":\\"m\\"},\\"locations\\":[{\\"physicalLocation\\":{\\"artifactLocation\\":{\\"uri\\":\\"%s\\"},\\"region\\":{\\"startLine\\":%s}}}]}", (NR>1?",":""), $1, $2 }')
printf '{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"own"}},"results":[%s]}]}' "$results" > "$2"
`;

const LONG = 'a line like any other\n'.repeat(20);

let here: Scratch;
beforeEach(() => {
  here = scratch();
  here.install('own', program(journalOf(here.root)));
  here.commit({
    'pawl.config.jsonc': CONFIG,
    'a.txt': 'TODO old\n',
    'b.txt': LONG,
    'code.js': 'let a;\n',
    'vendor/v.txt': 'TODO vendored\n',
  });
});

describe('when a tool looks at whole trees', () => {
  it('a lock runs it once, and leaves out what a person excluded', async () => {
    const { inventory } = await here.lock();
    expect(here.journal()).toEqual(['scan']);
    expect(inventory.findings.map(({ tool, location }) => [tool, location.file])).toEqual([['sarif:own', 'a.txt']]);
  });

  it('it runs once for each side', async () => {
    await here.lock();
    here.stage({ 'b.txt': 'two, changed\n' });
    here.journal();
    expect((await here.check({ cache: false })).verdict.outcome).toBe('clean');
    expect(here.journal()).toEqual(['scan', 'scan']);
  });

  it('what it finds new is a reason', async () => {
    await here.lock();
    here.stage({ 'b.txt': 'TODO new\n' });
    expect((await here.check()).verdict.reasons).toContainEqual(
      expect.objectContaining({ kind: 'introduced-finding', file: 'b.txt', tool: 'sarif:own' }),
    );
  });

  it('S04 code that moves into an excluded folder is looked at there', async () => {
    await here.lock();
    here.git('mv', 'b.txt', 'vendor/b.txt');
    here.stage({ 'vendor/b.txt': `${LONG}TODO new\n` });
    expect((await here.check()).verdict.reasons).toContainEqual(
      expect.objectContaining({ kind: 'introduced-finding', file: 'vendor/b.txt' }),
    );
  });

  it('the locked tree is known, and a second check of the same tree runs nothing', async () => {
    await here.lock();
    here.stage({ 'b.txt': 'TODO new\n' });
    here.journal();
    const first = await here.check();
    expect(here.journal()).toEqual(['scan']);
    here.uninstall('own');
    const second = await here.check();
    expect(here.journal()).toEqual([]);
    expect({ ...second.verdict, timings: {} }).toEqual({ ...first.verdict, timings: {} });
  });

  it('it does not run for a change that it is not owed', async () => {
    await here.lock();
    here.stage({ 'code.js': 'let b;\n' });
    here.journal();
    await here.check({ cache: false });
    expect(here.journal()).toEqual([]);
  });

  it('a tool that is gone is "could not tell", whatever is known of the base', async () => {
    await here.lock();
    here.stage({ 'b.txt': 'TODO new\n' });
    here.uninstall('own');
    const { verdict } = await here.check();
    expect(verdict.outcome).toBe('inconclusive');
    expect(verdict.reasons.map(({ kind, file }) => [kind, file])).toEqual([['not-examined', 'b.txt']]);
  });
});
