import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type FloorVerdict, judgeFloor, judgeOf, type SecurityTestSettings } from './index.ts';
import { floorsOf } from './testing/floors-of.ts';

/** A finding as a person writes it down. */
interface Expected {
  readonly rule: string;
  readonly severity: string;
  readonly file: string;
  readonly symbol: string;
}

/** What a case needs beside its files: the settings of the project, and what git says of renames. */
interface Settings {
  readonly securityTests?: SecurityTestSettings;
  readonly renames?: Readonly<Record<string, string>>;
}

/** A recorded answer may only be the recorded one: there is no way back. */
const NO_WAY_BACK: ReadonlySet<string> = new Set(['stop.t02-a-security-snapshot-is-rewritten']);

type Files = Readonly<Record<string, string>>;

const folder = new URL('cases/', import.meta.url);
const names = readdirSync(folder).sort();

describe.each(names)('%s', (name) => {
  const expected = JSON.parse(readFileSync(new URL(`${name}/expected.json`, folder), 'utf8')) as Expected[];
  const settings = settingsOf(name);
  const [before, after] = [readSide(name, 'before'), readSide(name, 'after')];

  it('stops or passes as its name says', () => {
    expect(name).toMatch(/^(?:ok|stop)\./u);
    expect(expected.length > 0).toBe(name.startsWith('stop.'));
  });

  it('says what is expected and nothing else', async () => {
    const { findings, notExamined } = await judged(before, after, settings);
    const said = findings.map(({ rule, severity, location: { file, symbol } }) => ({ rule, severity, file, symbol }));
    expect(said).toEqual(expected);
    expect(notExamined).toEqual([]);
  });

  it('says nothing about the way back of a loss', async () => {
    if (!name.startsWith('stop.') || NO_WAY_BACK.has(name)) return;
    const renames = Object.fromEntries(Object.entries(settings.renames ?? {}).map(([from, to]) => [to, from]));
    expect((await judged(after, before, { ...settings, renames })).findings).toEqual([]);
  });

  it('says nothing where nothing changed', async () => {
    for (const side of [before, after])
      expect((await judged(side, side, { ...settings, renames: {} })).findings).toEqual([]);
  });
});

describe('when the cases are counted', () => {
  it.each(['ok.', 'stop.'])('there are at least twenty-two %s', (prefix) => {
    expect(names.filter((name) => name.startsWith(prefix)).length).toBeGreaterThanOrEqual(22);
  });
});

async function judged(base: Files, head: Files, settings: Settings): Promise<FloorVerdict> {
  const judge = judgeOf(settings.securityTests);
  const changed = (files: Files): Files =>
    Object.fromEntries(Object.entries(files).filter(([file]) => base[file] !== head[file]));
  const same = Object.fromEntries(Object.entries(base).filter(([file, text]) => head[file] === text));
  return judgeFloor(await floorsOf(changed(base), judge), await floorsOf(changed(head), judge), {
    judge,
    renames: new Map(Object.entries(settings.renames ?? {})),
    changed: [...Object.keys(changed(base)), ...Object.keys(changed(head))],
    deleted: Object.keys(base).filter((file) => head[file] === undefined),
    unchanged: await floorsOf(same, judge),
  });
}

function settingsOf(name: string): Settings {
  const url = new URL(`${name}/settings.json`, folder);
  return existsSync(url) ? (JSON.parse(readFileSync(url, 'utf8')) as Settings) : {};
}

function readSide(name: string, side: string): Files {
  const root = new URL(`${name}/${side}/`, folder);
  if (!existsSync(root)) return {};
  const entries = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) =>
    `${entry.parentPath}/${entry.name}`.slice(root.pathname.length).replace(/^\/+/u, ''),
  );
  return Object.fromEntries(paths.sort().map((path) => [path, readFileSync(new URL(path, root), 'utf8')]));
}
