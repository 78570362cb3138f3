import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HARNESS_IDS, type HarnessId } from '../harness-id.ts';
import { settingsFiles } from '../settings/plan.ts';
import { installHarness, uninstallHarness } from './install-harness.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'pawl-harness-'));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

const install = (harness: HarnessId, dryRun = false): ReturnType<typeof installHarness> =>
  installHarness({ root, harness, program: 'npx --no-install pawl', dryRun });
const put = (file: string, text: string | Uint8Array, mode = 0o644): void => {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text, { mode });
};
const files = (): readonly string[] =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort();

describe('when a harness is installed into a repository', () => {
  it.each(HARNESS_IDS)('%s: its files come, stay and go', async (harness) => {
    const created = settingsFiles(harness).map((file) => ({ file, action: 'create' }));
    expect((await install(harness)).changes).toEqual(created);
    expect(files()).toEqual([...settingsFiles(harness)].sort());
    expect((await install(harness)).changes).toEqual(created.map(({ file }) => ({ file, action: 'keep' })));
    await uninstallHarness({ root, harness, dryRun: false });
    expect(files()).toEqual([]);
  });

  it('a dry run writes nothing and reports the same', async () => {
    const { changes } = await install('cline', true);
    expect(files()).toEqual([]);
    expect((await install('cline')).changes).toEqual(changes);
  });

  it('scripts can be run, and the permissions of a file that was there stay', async () => {
    put('.clinerules/hooks/PreToolUse', '#!/bin/sh\necho\n', 0o700);
    await install('cline');
    expect(statSync(join(root, '.clinerules/hooks/PreToolUse')).mode & 0o777).toBe(0o700);
    expect(statSync(join(root, '.clinerules/hooks/TaskStart')).mode & 0o777).toBe(0o755);
  });

  it('a script that its user has switched off stays off, and the user is told', async () => {
    put('.clinerules/hooks/PreToolUse', '#!/bin/sh\necho\n', 0o644);
    const { notes } = await install('cline');
    expect(statSync(join(root, '.clinerules/hooks/PreToolUse')).mode & 0o111).toBe(0);
    expect(notes).toContainEqual(expect.stringContaining('chmod +x .clinerules/hooks/PreToolUse'));
  });

  it('a byte order mark survives the way through the file system', async () => {
    put('.claude/settings.json', '\uFEFF{\r\n  "model": "opus"\r\n}\r\n');
    await install('claude-code');
    expect(readFileSync(join(root, '.claude/settings.json'), 'utf8').startsWith('\uFEFF{\r\n  "model"')).toBe(true);
    await uninstallHarness({ root, harness: 'claude-code', dryRun: false });
    expect(readFileSync(join(root, '.claude/settings.json'), 'utf8')).toBe('\uFEFF{\r\n  "model": "opus"\r\n}\r\n');
  });

  it('the user of Codex is told to trust the hooks', async () => {
    expect((await install('codex')).notes).toContainEqual(expect.stringContaining('/hooks'));
  });
});

describe('when something stands in the way', () => {
  const refused = async (harness: HarnessId, code: string): Promise<void> => {
    const before = files();
    await expect(install(harness)).rejects.toThrow(expect.objectContaining({ code }));
    expect(files()).toEqual(before);
  };

  it('one script that cannot be added to leaves every other unwritten', async () => {
    put('.clinerules/hooks/PostToolUse', '#!/usr/bin/env python3\n');
    await refused('cline', 'foreign-script');
  });

  it('a link in the place of the file is not followed', async () => {
    put('outside.json', '{}');
    mkdirSync(join(root, '.claude'));
    symlinkSync('../outside.json', join(root, '.claude/settings.json'));
    await refused('claude-code', 'not-a-file');
    expect(readFileSync(join(root, 'outside.json'), 'utf8')).toBe('{}');
  });

  it('a link in the place of a folder is not followed', async () => {
    mkdirSync(join(root, 'elsewhere'));
    symlinkSync('elsewhere', join(root, '.codex'));
    await refused('codex', 'not-a-file');
  });

  it('a file in the place of a folder is told', async () => {
    put('.clinerules', 'Be brief.\n');
    await refused('cline', 'not-a-file');
  });

  it('a folder in the place of a file is told', async () => {
    put('.cursor/hooks.json/x', '');
    await refused('cursor', 'not-a-file');
  });

  it('bytes that are not text, and more than 1 MiB of it, are told', async () => {
    put('.gemini/settings.json', Uint8Array.of(0x7b, 0xff, 0x7d));
    await refused('gemini', 'not-text');
    put('.gemini/settings.json', `{}${' '.repeat(1024 * 1024)}`);
    await refused('gemini', 'not-text');
  });
});
