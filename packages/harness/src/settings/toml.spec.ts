import { parse } from 'smol-toml';
import { describe, expect, it } from 'vitest';
import { planInstall, planUninstall } from './plan.ts';
import type { SettingsPlan } from './settings-plan.ts';

const PROGRAM = 'npx --no-install pawl';
const file = '.codex/config.toml';
const install = (existing: string | undefined, program = PROGRAM): SettingsPlan =>
  planInstall({ harness: 'codex', file, existing }, program);
const uninstall = (existing: string): SettingsPlan => planUninstall({ harness: 'codex', file, existing });

const existing: Readonly<Record<string, string>> = {
  'a model': 'model = "gpt-5"\n',
  'no line end at the end': 'model = "gpt-5"\n[tui]\ntheme = "dark"',
  'line ends of Windows': '# mine\r\nmodel = "gpt-5"\r\n\r\n[tui]\r\n',
  'line ends of Windows, none at the end': 'model = "gpt-5"\r\n[tui]',
  'a byte order mark': '\uFEFFmodel = "gpt-5"\n',
  'hooks of others': '[[hooks.Stop]]\n[[hooks.Stop.hooks]]\ntype = "command"\ncommand = "say done"\n\n# end\n',
  'a table of hooks with trust in it': '[hooks.state."/w/.codex/config.toml:stop:0:0"]\ntrusted_hash = "sha256:ab"\n',
  'dates, times and floats': 'a = 1979-05-27T07:32:00Z\nb = 07:32:00\nc = nan\nd = [1, 2.5, { e = "f" }]\n',
};

describe('when Codex is configured already', () => {
  it.each(Object.entries(existing))('with %s: ours come behind, go again, and come only once', (_, text) => {
    const installed = String(install(text).text);
    expect(installed.startsWith(text)).toBe(true);
    expect(parse(installed.replace('\uFEFF', ''))).toMatchObject({
      hooks: {
        Stop: expect.arrayContaining([
          {
            hooks: [{ type: 'command', command: 'npx --no-install pawl harness-hook codex Stop', timeout: 600 }],
          },
        ]) as unknown,
        UserPromptSubmit: [
          { hooks: [{ command: 'npx --no-install pawl harness-hook codex UserPromptSubmit', timeout: 30 }] },
        ],
      },
    });
    expect(install(installed).action).toBe('keep');
    expect(uninstall(installed).text).toBe(text);
  });

  it('what is written behind our block stays, and another program takes the place of ours', () => {
    const installed = `${String(install(existing['a model']).text)}\n[mcp_servers.docs]\ncommand = "docs"\n`;
    const again = String(install(installed, '/opt/my tools/pawl "x"').text);
    expect(again).toContain('command = "/opt/my tools/pawl \\"x\\" harness-hook codex Stop"');
    expect(again).not.toContain('npx');
    expect(uninstall(again).text).toBe('model = "gpt-5"\n\n[mcp_servers.docs]\ncommand = "docs"\n');
  });

  it('text inside of strings that looks like our markers is not one', () => {
    const text = 'note = """\n  # >>> pawl\n"""\n';
    expect(uninstall(String(install(text).text)).text).toBe(text);
  });
});

describe('when Codex is not configured yet', () => {
  it('it gets a file of our own, which goes as it came', () => {
    const plan = install(undefined);
    expect(plan.action).toBe('create');
    expect(uninstall(String(plan.text))).toMatchObject({ action: 'delete', text: undefined });
  });
});

describe('when the configuration cannot be added to', () => {
  const block = String(install('').text);

  it.each([
    ['it is broken', 'model = \n', 'broken-settings'],
    ['its hooks are closed', 'hooks = { Stop = [] }\n', 'broken-settings'],
    ['its hooks are no table', 'hooks = 3\n', 'broken-settings'],
    ['half of our block is there', 'a = 1\n# >>> pawl\n', 'damaged-block'],
    ['our block is there twice', block + block, 'damaged-block'],
    ['our hooks stand outside of a block', block.replaceAll(/^# .*pawl$/gmu, '#'), 'damaged-block'],
  ])('%s: that is an error that says what to do', (_, text, code) => {
    expect(() => install(text)).toThrow(
      expect.objectContaining({ code, next: expect.stringContaining(file) as unknown }),
    );
  });

  it('a key behind our block belongs to our last table, so the block cannot go from under it', () => {
    expect(() => uninstall(`${block}once = true\n`)).toThrow(expect.objectContaining({ code: 'damaged-block' }));
    expect(() => install(`${block}once = true\n`, 'pawl')).toThrow(expect.objectContaining({ code: 'damaged-block' }));
  });

  it('what stands in a broken file is not in the message', () => {
    expect(() => install('api_key = sk-live-123\n')).toThrow(/line 1/u);
    expect(() => install('api_key = sk-live-123\n')).not.toThrow(/sk-live/u);
  });
});

describe('when hooks are switched off', () => {
  it('the user is told', () => {
    expect(install('[features]\nhooks = false\n').notes).toEqual([expect.stringContaining('[features]')]);
  });
});
