import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { docPages } from './support/docs/doc-pages.ts';
import { commandsIn, type Invocation, invocationsOf } from './support/docs/invocations.ts';
import { pawlParser, type Parse } from './support/docs/pawl-parser.ts';
import { WORKSPACE } from './support/workspace.ts';

const INVOCATIONS = docPages().flatMap(invocationsOf);

/** What comes after a program, wherever a page calls it: by itself or by `npx`. */
function callsOf(program: string): readonly (Invocation & { readonly args: readonly string[] })[] {
  return INVOCATIONS.flatMap((each) => {
    const words = each.words[0] === 'npx' ? each.words.slice(1) : each.words;
    return words[0] === program ? [{ ...each, args: words.slice(1) }] : [];
  });
}

const textOf = (path: string): string => readFileSync(join(WORKSPACE, path), 'utf8');
const jsonOf = <Shape>(path: string): Shape => JSON.parse(textOf(path)) as Shape;

describe('when a page says pawl', () => {
  let parse: Parse;
  beforeAll(async () => {
    parse = await pawlParser();
  });

  it('the command is there, and each of its flags and choices', async () => {
    // A page that shows what a mistake gives makes this one.
    const calls = callsOf('pawl').filter(({ args }) => args.length > 0 && !args.includes('--no-such-flag'));
    expect(calls.length).toBeGreaterThan(100);
    const different = new Map(calls.map((call) => [JSON.stringify([call.args, call.isWhole]), call]));
    const wrong: unknown[] = [];
    for (const { at, args, isWhole } of different.values()) {
      const fault = await parse(args, isWhole);
      if (fault !== undefined) wrong.push({ at, args: args.join(' '), fault });
    }
    expect(wrong).toEqual([]);
  });

  it.each([
    ['lok', true],
    ['check --colr', true],
    ['check --tier quick', true],
    ['contracts propose', true],
    ['release', true],
    ['release 1a2b3c4d --reason', true],
    ['waive --al', false],
    ['trust add', false],
  ])('it would be told that there is no pawl %s', async (line, isWhole) => {
    expect(await parse(line.split(' '), isWhole)).toBeTypeOf('string');
  });

  it.each(['waive', 'release CASE', 'review CASE --repo app.git', 'contracts'])(
    'a sentence may say pawl %s',
    async (line) => expect(await parse(line.split(' '), false)).toBeUndefined(),
  );
});

describe('when a page says nx', () => {
  const calls = callsOf('nx').filter(({ args }) => args.length > 0);
  const { targetDefaults } = jsonOf<{ targetDefaults: object }>('nx.json');
  const targets = [...Object.keys(targetDefaults), 'security', 'security-verdict', 'security-lock'];
  const commands = [
    'add',
    'affected',
    'g',
    'migrate',
    'run',
    'run-many',
    'show',
    'start-ci-run',
    'init',
    'sync',
    'release',
  ];

  it('the target is one', () => {
    const named = calls.flatMap(({ at, args }) => {
      const [first = '', second = ''] = args;
      const flags = args.flatMap((arg, index) => (/^(?:-t|--targets?)$/u.test(arg) ? [args[index + 1] ?? ''] : []));
      const own = commands.includes(first) ? (first === 'run' ? [second.split(':').at(-1) ?? ''] : []) : [first];
      return [...flags, ...own].map((target) => ({ at, target }));
    });
    expect(named.length).toBeGreaterThan(15);
    expect(named.filter(({ target }) => !targets.includes(target))).toEqual([]);
  });

  it('the generator is one', () => {
    const generators: Readonly<Record<string, string>> = {
      '@pawl/nx': 'packages/nx/generators.json',
      '@pawl/generators': 'tools/generators/generators.json',
    };
    const named = calls.filter(({ args }) => args[0] === 'g').map(({ at, args }) => ({ at, generator: args[1] ?? '' }));
    expect(named.length).toBeGreaterThan(2);
    const isThere = (generator: string): boolean => {
      const [collection = '', name = ''] = generator.split(':');
      const file = generators[collection];
      return file !== undefined && Object.hasOwn(jsonOf<{ generators: object }>(file).generators, name);
    };
    expect(named.filter(({ generator }) => !isThere(generator))).toEqual([]);
  });
});

describe('when a page says npm', () => {
  it('the script is one', () => {
    const { scripts } = jsonOf<{ scripts: object }>('package.json');
    const named = callsOf('npm').filter(({ args }) => args[0] === 'run' && args.length > 1);
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter(({ args }) => !Object.hasOwn(scripts, args[1] ?? ''))).toEqual([]);
  });
});

describe('when a page says node', () => {
  const named = callsOf('node').flatMap(({ at, args }) => {
    const [file = '', ...more] = args;
    return /^(?:tools|packages|examples|e2e)\//u.test(file) ? [{ at, file, more }] : [];
  });

  it('the program is there', () => {
    expect(named.length).toBeGreaterThan(15);
    expect(named.filter(({ file }) => !existsSync(join(WORKSPACE, file)))).toEqual([]);
  });

  it('and reads each flag', () => {
    const wrong = named.flatMap(({ at, file, more }) => {
      const flags = more.flatMap((word) => /^--(?:no-)?([a-z][a-z-]*)/u.exec(word)?.[1] ?? []);
      return flags.filter((flag) => !isRead(flag, file)).map((flag) => ({ at, file, flag }));
    });
    expect(wrong).toEqual([]);
  });

  it('one that it does not read would be told', () => {
    expect(isRead('rounds', 'tools/speed-bench/src/hook.mjs')).toBe(false);
  });
});

/** Whether the options of a program, which `parseArgs` gets as names, have this one. */
function isRead(flag: string, file: string): boolean {
  const folder = join(WORKSPACE, dirname(file).replace(/\/(?:bin|src)$/u, ''));
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (path) => /\.(?:mjs|ts)$/u.test(path) && !/(?:^|\/)(?:node_modules|dist)\//u.test(path),
  );
  const name = new RegExp(`(?:^|[\\s{,'"])(?:--)?${flag}['"]?(?:: ?\\{| ?\\?|['"])`, 'mu');
  return sources.some((path) => name.test(readFileSync(join(folder, path), 'utf8')));
}

describe('when a page names a file of ours', () => {
  /** What a command of the page makes. */
  const MADE = /^packages\/scanner-todo$|\/dist\//u;
  const PATH = /`((?:packages|tools|e2e|templates|examples)\/[\w./-]+)`/gu;

  it('it is there', () => {
    const named = docPages().flatMap(({ path, text }) =>
      [...text.matchAll(PATH)].map(([, file = '']) => ({ path, file })),
    );
    expect(named.length).toBeGreaterThan(30);
    expect(named.filter(({ file }) => !MADE.test(file) && !existsSync(join(WORKSPACE, file)))).toEqual([]);
  });
});

describe('when a line of shell is taken apart', () => {
  it.each([
    ['a && b c', [['a'], ['b', 'c']]],
    ['X=1 exec pawl a > file # why', [['pawl', 'a']]],
    ["pawl loop --agent 'sh ../a.sh; b' | c", [['pawl', 'loop', '--agent', 'sh ../a.sh; b'], ['c']]],
    ['x=$(npx pawl trust)', [['npx', 'pawl', 'trust']]],
  ])('%s', (line, commands) => {
    expect(commandsIn(line)).toEqual(commands);
  });
});
