import { describe, expect, it } from 'vitest';
import { type HarnessMeans, harnessHook } from './harness-hook.ts';

const STOP = '{"hook_event_name":"Stop","cwd":"/work"}';
const never = (): Promise<never> => new Promise(() => undefined);
const unexpected = (): Promise<never> => Promise.reject(new Error('not expected'));

function means(
  more: Partial<HarnessMeans> & { readonly event?: string; readonly env?: NodeJS.ProcessEnv },
): HarnessMeans {
  const { event = STOP, env = {}, ...others } = more;
  return {
    context: { cwd: '/start', env, now: () => new Date(0), terminal: false },
    input: () => Promise.resolve(Buffer.from(event)),
    latch: unexpected,
    judge: unexpected,
    elapsed: () => 0,
    ...others,
  };
}

const TIMED_OUT = { continue: false, stopReason: expect.stringContaining('did not finish in time') as string };

describe('when an event arrives', () => {
  it('the end of a turn is judged where the agent is, then in the project, then where the hook was started', async () => {
    const asked: unknown[] = [];
    const env = { CLAUDE_PROJECT_DIR: '/project' };
    const judge: HarnessMeans['judge'] = async (folders) => {
      asked.push(folders);
      return { outcome: 'clean' };
    };
    expect(await harnessHook('claude-code', 'Stop', means({ judge, env }))).toEqual({
      stdout: '',
      stderr: '',
      exitCode: 0,
    });
    expect(asked).toEqual([['/work', '/project', '/start']]);
  });

  it.each(['PreToolUse', 'PostToolUse'])('a call of a tool is not judged: %s only looks at the latch', async (name) => {
    const event = `{"hook_event_name":"${name}","tool_name":"Bash","tool_input":{"command":"git commit -m x"}}`;
    const latch = (): Promise<readonly string[]> => Promise.resolve(['3fa9c21e', '77777777']);
    const { stdout } = await harnessHook('claude-code', name, means({ event, latch }));
    expect(JSON.parse(stdout)).toMatchObject({
      continue: false,
      stopReason: expect.stringContaining('3fa9c21e') as string,
    });
    expect(stdout).not.toContain('77777777');
  });

  it('a tool that only reads, and what is none of ours, asks nothing', async () => {
    const read = '{"hook_event_name":"PostToolUse","tool_name":"Read"}';
    expect((await harnessHook('claude-code', 'PostToolUse', means({ event: read }))).stdout).toBe('');
    const other = '{"hook_event_name":"Notification"}';
    expect((await harnessHook('claude-code', undefined, means({ event: other }))).stdout).toBe('');
  });
});

describe('when something keeps Pawl from an answer', () => {
  const told = async (more: Parameters<typeof means>[0]): Promise<unknown> =>
    JSON.parse((await harnessHook('claude-code', 'Stop', means(more))).stdout);

  it.each([
    ['nothing is sent', { event: '' }],
    ['half of an event is sent', { event: STOP.slice(0, 20) }],
    ['standard input breaks', { input: () => Promise.reject(new Error('EIO')) }],
    ['the judge throws', { judge: () => Promise.reject(new Error('a bug')) }],
    ['the judge could not tell', { judge: () => Promise.resolve({ outcome: 'could-not-tell', fault: 'x' } as const) }],
  ])('%s: the work stops', async (_, more) => {
    expect(await told(more)).toMatchObject({
      continue: false,
      stopReason: expect.stringContaining('could not tell') as string,
    });
  });

  it('what a bug says is not told to anybody', async () => {
    const judge = (): Promise<never> => Promise.reject(new Error('src/secret.py line 4'));
    expect(JSON.stringify(await told({ judge }))).not.toContain('secret');
  });

  it('its own time limit stops the work, and can be lowered', async () => {
    expect(await told({ judge: never, env: { PAWL_HARNESS_SECONDS: '0' } })).toMatchObject(TIMED_OUT);
  });

  it('the time that has gone before counts, so that the harness never gives up first', async () => {
    expect(await told({ judge: never, elapsed: () => 300_000 })).toMatchObject(TIMED_OUT);
  });

  it.each(['', 'soon', '1e9', '-1'])('no setting raises the limit: %j', async (seconds) => {
    const more = { judge: never, elapsed: () => 300_000, env: { PAWL_HARNESS_SECONDS: seconds } };
    expect(await told(more)).toMatchObject(TIMED_OUT);
  });
});
