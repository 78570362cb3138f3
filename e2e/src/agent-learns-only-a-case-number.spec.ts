import { describe, expect, it } from 'vitest';
import { sharedLockedRepository } from './support/locked-repository.ts';
import { EVAL_JS, UNGUARDED_JS } from './support/sources.ts';
import { onlyCase, stopped } from './support/stopped.ts';
import { atTerminal, needsTerminal } from './support/terminal.ts';

const shared = sharedLockedRepository();

/** Several reasons at once: whatever there is to say, as little is said. */
const BAD = { 'app.js': UNGUARDED_JS, 'calculate.js': EVAL_JS, 'pawl.config.jsonc': '{ "exclude": ["**"] }\n' };

describe('when an agent is stopped', () => {
  it('reads one line of a commit, on both outputs together', async () => {
    await shared().stage(BAD);
    const { stdout, stderr } = await shared().tryGit(['commit', '-m', 'x']);
    expect(stdout + stderr).toBe(stopped(await onlyCase(shared())));
  });

  it.each(['fast', 'full'])('reads the same line of pawl check in the %s tier', async (tier) => {
    await shared().stage(BAD);
    const { status, stdout, stderr } = await shared().pawl(['check', '--tier', tier]);
    expect({ status, said: stdout + stderr }).toEqual({ status: 1, said: stopped(await onlyCase(shared())) });
  });

  it('reads as little of two revisions', async () => {
    const head = await shared().commit('bad', BAD);
    const { status, stdout, stderr } = await shared().pawl(['check', '--base', 'HEAD~1', '--head', head]);
    const said = stdout + stderr;
    expect({ status, said }).toEqual({ status: 1, said: stopped(/case ([0-9a-f]{8})\./u.exec(said)?.[1] ?? '') });
  });

  it('reads as little in JSON', async () => {
    await shared().stage(BAD);
    const { status, stdout, stderr } = await shared().pawl(['check', '--format', 'json']);
    const message = 'Work is paused for human review. Do not continue.';
    const answer = { schema: 'pawl/verdict@1', outcome: 'stopped', case: await onlyCase(shared()), message };
    expect({ status, stdout, stderr }).toEqual({ status: 1, stdout: `${JSON.stringify(answer)}\n`, stderr: '' });
  });

  it('reads as little in SARIF', async () => {
    await shared().stage(BAD);
    const { status, stdout, stderr } = await shared().pawl(['check', '--format', 'sarif']);
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    const [run] = (JSON.parse(stdout) as { runs: { results: unknown[]; invocations: unknown[] }[] }).runs;
    const text = stopped(await onlyCase(shared()))
      .replace('pawl: ', '')
      .trimEnd();
    expect(run?.results).toEqual([]);
    expect(run?.invocations).toEqual([
      { executionSuccessful: false, toolExecutionNotifications: [{ level: 'error', message: { text } }] },
    ]);
    expect(stdout).not.toMatch(/app\.js|calculate|eval|guard|CWE/u);
  });

  it('reads as little of pawl status', async () => {
    await shared().stage(BAD);
    await shared().tryGit(['commit', '-m', 'x']);
    const { stdout, stderr } = await shared().pawl(['status']);
    expect(stdout).toContain(await onlyCase(shared()));
    expect(stdout + stderr).not.toMatch(/app\.js|calculate|eval|guard|CWE/u);
  });
});

describe('when an agent has a terminal', () => {
  needsTerminal();

  it('is known by a variable', async () => {
    await shared().stage(BAD);
    const { status, stdout } = await atTerminal(shared(), 'git commit -m x', { env: { CLAUDECODE: '1' } });
    expect({ status, stdout }).toEqual({ status: 1, stdout: stopped(await onlyCase(shared())) });
  });

  it('is known by its branch', async () => {
    await shared().git('checkout', '--quiet', '-B', 'agent/notes');
    await shared().stage(BAD);
    const { status, stdout } = await atTerminal(shared(), 'git commit -m x');
    expect({ status, stdout }).toEqual({ status: 1, stdout: stopped(await onlyCase(shared())) });
  });
});
