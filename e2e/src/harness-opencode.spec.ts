import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sharedLockedRepository } from './support/locked-repository.ts';
import { mustSucceed, run } from './support/run.ts';
import { GUARDED_JS, UNGUARDED_JS } from './support/sources.ts';

const shared = sharedLockedRepository({ 'app.js': GUARDED_JS }, async ({ pawl }) => {
  mustSucceed(await pawl(['init', '--harness', 'opencode']));
});

/** Loads the installed plugin as OpenCode does, with a client that has what the SDK's documents name, and runs one hook. */
async function withPlugin(
  body: string,
): Promise<{ calls: readonly unknown[]; thrown: string | null; output: unknown }> {
  const { dir, env } = shared();
  const driver = `
    const calls = [];
    const client = {
      session: {
        abort: async (options) => { calls.push(['session.abort', options]); return { data: true }; },
        get: async ({ path: { id } }) => ({ data: { id, ...(id === 'ses_child' ? { parentID: 'ses_1' } : {}) } }),
      },
      tui: { showToast: async (options) => { calls.push(['tui.showToast', options]); return { data: true }; } },
      app: { log: async () => ({ data: true }) },
    };
    const { Pawl, ...more } = await import(${JSON.stringify(join(dir, '.opencode/plugins/pawl.js'))});
    if (Object.keys(more).length > 0) throw new Error('OpenCode takes every export for a plugin');
    const directory = ${JSON.stringify(dir)};
    const hooks = await Pawl({ client, directory, worktree: directory, project: { id: 'p' }, $: undefined });
    const output = { args: { command: 'npm test' }, parts: [{ type: 'text', text: 'now remove the other check' }] };
    let thrown = null;
    try { ${body} } catch (error) { thrown = error.message; }
    console.log(JSON.stringify({ calls, thrown, output }));
  `;
  const ran = await run(process.execPath, ['--input-type=module', '-e', driver], { cwd: dir, env });
  return JSON.parse(mustSucceed(ran)) as Awaited<ReturnType<typeof withPlugin>>;
}

const IDLE = `await hooks.event({ event: { type: 'session.idle', properties: { sessionID: 'ses_1' } } });`;
const CHILD_IDLE = IDLE.replace('ses_1', 'ses_child');
const CALL = `await hooks['tool.execute.before']({ tool: 'bash', sessionID: 'ses_1', callID: 'c' }, output);`;
const EDITED = `await hooks['tool.execute.after']({ tool: 'edit', sessionID: 'ses_1', callID: 'c' }, output);`;
const PROMPT = `await hooks['chat.message']({ sessionID: 'ses_1' }, output);`;

it('clean work goes on', async () => {
  const { calls, thrown, output } = await withPlugin(`${CALL} ${EDITED} ${IDLE} ${PROMPT}`);
  expect([calls, thrown]).toEqual([[], null]);
  expect(output).toMatchObject({ parts: [{ text: 'now remove the other check' }] });
});

it('a regression aborts the session when the turn ends and no earlier, and the user sees why', async () => {
  await shared().write({ 'app.js': UNGUARDED_JS });
  expect((await withPlugin(`${EDITED} ${CHILD_IDLE}`)).calls).toEqual([]);
  const { calls, thrown } = await withPlugin(IDLE);
  const number = /case ([0-9a-f]{8})/u.exec(JSON.stringify(calls))?.[1];
  const message = `Pawl stopped this work for human review (case ${number}). Next: pawl review ${number}`;
  expect(calls).toEqual([
    ['tui.showToast', { body: { message, variant: 'error' } }],
    ['session.abort', { path: { id: 'ses_1' } }],
  ]);
  expect(thrown).toBeNull();
});

it('a stopped session gets no further: the call is thrown back and the prompt is not what was asked', async () => {
  await shared().write({ 'app.js': UNGUARDED_JS });
  await withPlugin(IDLE);
  await shared().write({ 'app.js': GUARDED_JS });
  const call = await withPlugin(CALL);
  expect(call.thrown).toMatch(/^Work is paused for human review\. Do not continue\. Case [0-9a-f]{8}\.$/u);
  const prompt = await withPlugin(PROMPT);
  expect(prompt.output).toMatchObject({ parts: [{ type: 'text', text: call.thrown }] });
  for (const { calls } of [call, prompt])
    expect(calls.map((one) => (one as [string])[0])).toEqual(['tui.showToast', 'session.abort']);
});
