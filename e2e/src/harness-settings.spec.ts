import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { programsOf } from './support/clean-env.ts';
import { shellBlocks } from './support/code-blocks.ts';
import { converse } from './support/converse.ts';
import { HARNESSES, type Harness, installedCommand, settingsOf } from './support/installed-hooks.ts';
import { mustSucceed, run, type Ran } from './support/run.ts';
import { GUARDED_JS } from './support/sources.ts';
import { emptyFolder, type Files, temporaryRepository, type TestRepository } from './support/temporary-repository.ts';
import { needsTerminal } from './support/terminal.ts';
import { PAWL } from './support/workspace.ts';

/** What people have in them already: other hooks, comments, their own way to indent, line ends of Windows, no line end at all. */
const THEIRS: Files = {
  '.claude/settings.json': `{
    "permissions": { "allow": ["Bash(npm test:*)"] },
    "hooks": {
        "Stop": [{ "hooks": [{ "type": "command", "command": "say done" }] }],
        "PreToolUse": [
            { "matcher": "Bash", "hooks": [{ "type": "command", "command": "./guard.sh", "timeout": 5 }] }
        ]
    }
}`,
  '.codex/config.toml': `model = "o4"  # ours\r\n\r\n[[hooks.Stop]]\r\n[[hooks.Stop.hooks]]\r\ntype = "command"\r\ncommand = "say done"\r\n`,
  '.gemini/settings.json': `{\n  // why not\n  "hooks": {\n    "AfterTool": [\n      { "hooks": [{ "type": "command", "command": "lint" }] },\n    ],\n  },\n}\n`,
  '.clinerules/hooks/PreToolUse': `#!/bin/bash\ninput=$(cat)\necho '{"cancel":false}'\n`,
  '.github/hooks/pawl-vscode.json': `{"hooks":{"Stop":[{"type":"command","command":"say done"}]}}`,
  '.github/hooks/pawl-copilot.json': `{\n\t"version": 1,\n\t"hooks": {\n\t\t"agentStop": []\n\t}\n}\n`,
  '.cursor/hooks.json': `{ "version": 1, "hooks": { "stop": [ { "command": "say done" } ] } }\n`,
};

const filesOf = async ({ git, read }: TestRepository): Promise<Readonly<Record<string, string>>> => {
  const folders = ['.claude', '.codex', '.gemini', '.clinerules', '.github', '.cursor', '.opencode'];
  const listed = await git('ls-files', '--cached', '--others', '-z', '--', ...folders);
  const names = [...new Set(listed.split('\0').filter(Boolean))].sort();
  const texts = await Promise.all(names.map(async (name) => [name, await read(name).catch(() => undefined)] as const));
  return Object.fromEntries(texts.flatMap(([name, text]) => (text === undefined ? [] : [[name, text]])));
};

const init = ({ pawl }: TestRepository, ...args: string[]): Promise<Ran> => pawl(['init', ...args]);

describe.each([
  ['settings of people', THEIRS],
  ['no settings yet', {}],
])('when there are %s', (_, theirs) => {
  it('installed, installed again and taken out, every byte of theirs is as it was', async () => {
    const repository = await temporaryRepository({ 'app.js': GUARDED_JS, ...theirs });
    mustSucceed(await init(repository, '--harness', HARNESSES.join(',')));
    const installed = await filesOf(repository);
    for (const harness of HARNESSES) {
      const events = harness === 'cline' ? ['PreToolUse'] : ['Stop', 'AfterAgent', 'agentStop', 'stop', 'session.idle'];
      const commands = await Promise.all(events.map((event) => installedCommand(repository, harness, event)));
      expect(
        commands.find((command) => command !== undefined),
        harness,
      ).toBeDefined();
    }
    mustSucceed(await init(repository, '--harness', HARNESSES.join(',')));
    mustSucceed(await init(repository));
    expect(await filesOf(repository)).toEqual(installed);
    for (const harness of HARNESSES) mustSucceed(await init(repository, '--remove-harness', harness));
    expect(await filesOf(repository)).toEqual(theirs);
  });
});

describe('when settings are tracked', () => {
  it('they hold no path of this machine', async () => {
    const repository = await temporaryRepository({ 'app.js': GUARDED_JS });
    mustSucceed(await init(repository, '--harness', HARNESSES.join(',')));
    for (const [name, text] of Object.entries(await filesOf(repository)))
      for (const path of [repository.root, process.execPath, PAWL.replace(/\/[^/]*\/[^/]*$/u, ''), '/tmp'])
        expect(text, name).not.toContain(path);
  });
});

describe('when settings stand in the way', () => {
  it.each<[Harness, string]>([
    ['claude-code', '{ "hooks": '],
    ['codex', '[[hooks'],
    ['opencode', '// theirs\n'],
  ])('%s: nothing at all is written, of no other harness either', async (harness, broken) => {
    const repository = await temporaryRepository({ 'app.js': GUARDED_JS, [settingsOf(harness)]: broken });
    const before = [await repository.snapshot(), await repository.state()];
    const { status, stderr } = await init(repository, '--harness', HARNESSES.join(','));
    expect(status).toBe(2);
    expect(stderr).toContain(settingsOf(harness));
    expect(stderr).toContain('next: ');
    expect([await repository.snapshot(), await repository.state()]).toEqual(before);
  });

  it('a set-up without harnesses is not held up by them', async () => {
    const repository = await temporaryRepository({ 'app.js': GUARDED_JS, '.claude/settings.json': '{' });
    expect(mustSucceed(await init(repository))).toContain('pawl init --harness claude-code');
  });
});

describe('when nothing is said about harnesses', () => {
  it('what is found is told, with the command, and nothing is touched', async () => {
    const repository = await temporaryRepository({ 'app.js': GUARDED_JS, 'CLAUDE.md': 'x\n', '.cursorrules': 'x\n' });
    const before = await filesOf(repository);
    expect(mustSucceed(await init(repository))).toContain('pawl init --harness claude-code,cursor');
    expect(mustSucceed(await init(repository, '--harness', 'none'))).not.toContain('claude-code');
    expect(await filesOf(repository)).toEqual(before);
  });

  it('auto takes what is found', async () => {
    const repository = await temporaryRepository({ 'app.js': GUARDED_JS, 'GEMINI.md': 'x\n' });
    mustSucceed(await init(repository, '--harness', 'auto'));
    expect(Object.keys(await filesOf(repository))).toEqual(['.gemini/settings.json']);
  });

  it('a harness that no hook can stop is told, with what gates it', async () => {
    const repository = await temporaryRepository({ 'app.js': GUARDED_JS });
    const said = mustSucceed(await init(repository, '--harness', 'aider', '--harness', 'windsurf'));
    expect(said).toContain('Aider: nothing is installed, and the git hooks gate');
    expect(said).toContain('Windsurf Cascade: nothing is installed');
    expect(await filesOf(repository)).toEqual({});
  });

  it('the user of Codex is told to trust the hooks, once', async () => {
    const repository = await temporaryRepository({ 'app.js': GUARDED_JS });
    expect(mustSucceed(await init(repository, '--harness', 'codex'))).toContain('/hooks');
    expect(mustSucceed(await init(repository))).not.toContain('/hooks');
  });

  it.each(['--harness', '--remove-harness'])('a name that nobody has is a mistake: %s', async (flag) => {
    const repository = await emptyFolder();
    const { status, stderr } = await init(repository, flag, 'clod');
    expect([status, stderr.includes('clod'), stderr.includes('claude-code')]).toEqual([2, true, true]);
  });
});

describe('when a person is at a terminal', () => {
  needsTerminal();

  it.each([
    ['y', true],
    ['n', false],
  ])('they are asked, and %s is what happens', async (answer, isInstalled) => {
    const repository = await temporaryRepository({ 'app.js': GUARDED_JS, 'CLAUDE.md': 'x\n' });
    mustSucceed(
      await converse(repository, `node ${PAWL} init`, [
        ['Stop Claude Code', answer],
        ['Write this?', ''],
      ]),
    );
    expect(Object.keys(await filesOf(repository))).toEqual(isInstalled ? ['.claude/settings.json'] : []);
  });
});

describe('when somebody follows docs/agents.md', () => {
  it('every command under “Install” works', async () => {
    const repository = await temporaryRepository({ 'app.js': GUARDED_JS, 'CLAUDE.md': 'x\n' });
    const programs = programsOf(repository.root);
    await mkdir(programs, { recursive: true });
    await writeFile(join(programs, 'pawl'), `#!/bin/sh\nexec node '${PAWL}' "$@"\n`, { mode: 0o755 });
    const commands = (await shellBlocks('docs/agents.md')).get('Install') ?? [];
    expect(commands.length).toBeGreaterThan(3);
    for (const command of commands)
      mustSucceed(await run('sh', ['-c', command], { cwd: repository.dir, env: repository.env }));
  });
});
