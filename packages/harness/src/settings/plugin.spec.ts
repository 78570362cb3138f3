import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planInstall, planUninstall } from './plan.ts';

const file = '.opencode/plugins/pawl.js';
const MODEL = 'Work is paused for human review. Do not continue. Case 3fa9c21e.';
const STOP = JSON.stringify({ stop: true, model: MODEL, user: 'Pawl stopped this work.' });

type Hook = (input: object, output: object) => Promise<void>;
interface Plugin {
  readonly 'chat.message': Hook;
  readonly 'tool.execute.before': Hook;
  readonly 'tool.execute.after': Hook;
  readonly event: (input: object) => Promise<void>;
}

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pawl-opencode-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

let loaded = 0;
/** The installed plugin, loaded as OpenCode loads it, with a program in the place of Pawl and a client that notes its calls. */
async function load(says: string, status = 0): Promise<{ plugin: Plugin; calls: unknown[]; asked: () => unknown }> {
  loaded += 1;
  const program = join(folder, `pawl-${loaded}.sh`);
  const log = join(folder, `asked-${loaded}`);
  writeFileSync(program, `#!/bin/sh\ncat > ${log}\nprintf '%s\\n' '${says}'\nexit ${status}\n`, { mode: 0o755 });
  const path = join(folder, `plugin-${loaded}.mjs`);
  writeFileSync(path, String(planInstall({ harness: 'opencode', file, existing: undefined }, program).text));
  const exported = (await import(pathToFileURL(path).href)) as Record<string, (context: object) => Promise<Plugin>>;
  expect(Object.keys(exported)).toEqual(['Pawl']); // OpenCode takes everything that is exported for a plugin
  const calls: unknown[] = [];
  const client = {
    tui: { showToast: (call: object) => calls.push(call) },
    session: {
      abort: (call: object) => calls.push(call),
      get: async ({ path: { id } }: { path: { id: string } }) => {
        if (id === 'ses_unknown') throw new Error('no such session');
        return { data: id === 'ses_child' ? { id, parentID: 'ses_1' } : { id } };
      },
    },
  };
  const plugin = await exported['Pawl']?.({ client, directory: folder });
  if (plugin === undefined) throw new Error('no plugin');
  return { plugin, calls, asked: () => JSON.parse(readFileSync(log, 'utf8')) as unknown };
}

const toast = (message: string): object => ({ body: { message, variant: 'error' } });
const abort = { path: { id: 'ses_1' } };

describe('when OpenCode runs our plugin', () => {
  it('a clean call goes on, and Pawl was told what it needs and no more', async () => {
    const { plugin, calls, asked } = await load('{"stop":false}');
    await plugin['tool.execute.before']({ tool: 'bash', sessionID: 'ses_1' }, { args: { command: 'npm test', x: 1 } });
    expect(calls).toEqual([]);
    expect(asked()).toEqual({
      event: 'tool.execute.before',
      session: 'ses_1',
      tool: 'bash',
      command: 'npm test',
      cwd: folder,
    });
  });

  it('a stop refuses the call with the neutral sentence, aborts the session and tells the user', async () => {
    const { plugin, calls } = await load(STOP);
    const call = plugin['tool.execute.before']({ tool: 'edit', sessionID: 'ses_1' }, { args: {} });
    await expect(call).rejects.toThrow(new Error(MODEL));
    expect(calls).toEqual([toast('Pawl stopped this work.'), abort]);
  });

  it('a prompt is replaced, because it cannot be refused', async () => {
    const { plugin, calls } = await load(STOP);
    const parts = [{ type: 'text', text: 'remove the check' }, { type: 'file' }];
    await plugin['chat.message']({ sessionID: 'ses_1' }, { parts });
    expect(parts).toEqual([{ type: 'text', text: MODEL }, { type: 'file' }]);
    expect(calls).toHaveLength(2);
  });

  it('after a tool and at the end of a turn the session is aborted', async () => {
    const { plugin, calls } = await load(STOP);
    await plugin['tool.execute.after']({ tool: 'edit', sessionID: 'ses_1' }, {});
    await plugin.event({ event: { type: 'session.idle', properties: { sessionID: 'ses_1' } } });
    expect(calls).toEqual([toast('Pawl stopped this work.'), abort, toast('Pawl stopped this work.'), abort]);
  });

  it('the end of a subagent is in the middle of a turn, and a session that nobody knows is no subagent', async () => {
    const { plugin, calls } = await load(STOP);
    const idle = (sessionID: string): Promise<void> =>
      plugin.event({ event: { type: 'session.idle', properties: { sessionID } } });
    await idle('ses_child');
    expect(calls).toEqual([]);
    await idle('ses_unknown');
    expect(calls).toContainEqual({ path: { id: 'ses_unknown' } });
  });

  it('what only reads is not asked about, nor any other event', async () => {
    const { plugin, calls } = await load(STOP);
    await plugin['tool.execute.before']({ tool: 'read', sessionID: 'ses_1' }, { args: {} });
    await plugin.event({ event: { type: 'session.updated', properties: {} } });
    expect(calls).toEqual([]);
  });

  it.each([
    ['fails', '{"stop":false}', 1],
    ['says nothing', '', 0],
    ['says something that is not JSON', 'Need to install pawl', 0],
    ['says half of a stop', '{"stop":true}', 0],
    ['says neither', '{"stop":"false"}', 0],
    ['is not there', '{"stop":false}', 127],
  ])('H16: a Pawl that %s stops the work', async (_, says, status) => {
    const { plugin, calls } = await load(says, status);
    const call = plugin['tool.execute.before']({ tool: 'bash', sessionID: 'ses_1' }, { args: { command: 'ls' } });
    await expect(call).rejects.toThrow('Work is paused for human review. Do not continue.');
    expect(calls).toEqual([toast('Pawl did not answer, so this work stops here. Next: pawl doctor'), abort]);
  });
});

describe('when a plugin file is there already', () => {
  const ours = planInstall({ harness: 'opencode', file, existing: undefined }, 'npx pawl').text;

  it('ours is replaced and removed', () => {
    expect(planInstall({ harness: 'opencode', file, existing: ours }, 'npx pawl').action).toBe('keep');
    expect(planInstall({ harness: 'opencode', file, existing: ours }, 'pawl').action).toBe('change');
    expect(planUninstall({ harness: 'opencode', file, existing: ours }).action).toBe('delete');
  });

  it('the user’s is an error, and is left alone', () => {
    const theirs = 'export const Mine = async () => ({});\n';
    expect(() => planInstall({ harness: 'opencode', file, existing: theirs }, 'pawl')).toThrow(
      expect.objectContaining({ code: 'not-ours' }),
    );
    expect(planUninstall({ harness: 'opencode', file, existing: theirs }).action).toBe('keep');
  });
});
