import { beforeAll, describe, expect, it } from 'vitest';
import { type ActionRan, type OnGithub, onGithub } from './support/on-github.ts';
import { removedAfterAll } from './support/removed-after-all.ts';
import { EVAL_JS, GUARDED_JS } from './support/sources.ts';
import type { Files } from './support/temporary-repository.ts';

const ORDERS =
  '::set-env name=NODE_OPTIONS::--require=/tmp/evil.js\n::stop-commands::mine\n##[set-env name=A;]b\n::add-mask::a';
const MARKUP =
  '</code></td></table><script>alert(1)</script><img src=x onerror=alert(1)> [x](javascript:alert(1)) ![x](//evil.example/x) @acme/admins `x` |';

const atTheEnd = removedAfterAll();
let github: OnGithub;
let main: string;

beforeAll(async () => {
  github = await onGithub({ 'app.js': GUARDED_JS }, atTheEnd);
  main = await github.work.git('rev-parse', 'main');
});

async function run(files: Files, inputs: Readonly<Record<string, string>> = {}): Promise<ActionRan> {
  const branch = 'agent/"$(touch${IFS}evil)"';
  const message = `${ORDERS}\n${MARKUP}\nEOF\npawl_`;
  const head = await github.push(branch, files, message);
  const event = { name: 'pull_request_target', branch, head, base: main, message, author: 'a`<b>' } as const;
  return github.run(event, { with: { details: 'summary', annotations: 'true', ...inputs } });
}

/** What the runner would obey: an order at the start of a line, or the older form anywhere in it. */
function ordersIn(log: string): readonly string[] {
  return log
    .split('\n')
    .flatMap((line) => /^\s*::([\w-]+)[ :]|##\[([\w-]+)/u.exec(line)?.slice(1).filter(Boolean) ?? []);
}

/** Nothing but our own tags, and no text that could become one. */
function expectHarmless(summary: string): void {
  const tags = [...summary.matchAll(/<\/?[a-z][^>]*>?/giu)].map(([tag]) => tag);
  expect(tags.filter((tag) => !/^<\/?(?:h3|p|pre|table|tr|th|td|code)>$/u.test(tag))).toEqual([]);
  expect(summary.replaceAll(/<[^>]*>/gu, '')).not.toMatch(/[<>`|[\]@!]/u);
}

describe('O08 when the judged code wants to be obeyed', () => {
  it.each<[string, string]>([
    ['an order', '::set-env name=A::b.js'],
    ['an order of the older form', 'x##[set-env name=A;]b.js'],
    ['properties of an order', 'a,line=1,title=x::y%0A::set-env name=A::b.js'],
    ['markup', '<img src=x onerror=alert(1)>.js'],
    ['Markdown', '[x](javascript:alert(1)) `x` | @acme.js'],
    ['a character that turns the text around', 'a\u202egpj.js'],
  ])('a file that is called like %s is only a name', async (_, name) => {
    const ran = await run({ [name]: EVAL_JS });
    expect(ran).toMatchObject({ stderr: '' });
    expect(ordersIn(ran.stdout).filter((order) => order !== 'error' && order !== 'warning')).toEqual([]);
    expect(
      ran.stdout
        .split('\n')
        .filter((line) => line.startsWith('::'))
        .every((line) => /^::(?:error|warning) (?:file=[^:,]*,line=\d+,)?title=Pawl::/u.test(line)),
    ).toBe(true);
    expectHarmless(ran.summary);
    expect(ran.outputs).toMatchObject({ outcome: 'stopped', refusal: '' });
  });

  it('a file whose code is orders and markup is only code', async () => {
    const ran = await run({
      'new.js': `// ${MARKUP}\nexport const f = (x) => eval(x + "${MARKUP.replaceAll('"', "'")}"); //${ORDERS.replaceAll('\n', ' ')}\n`,
    });
    expect(ordersIn(ran.stdout).filter((order) => order !== 'error' && order !== 'warning')).toEqual([]);
    expectHarmless(ran.summary);
  });

  it('a name that no file may have is refused, and said in one line', async () => {
    const ran = await run({ 'a\n::set-env name=A::b.js': EVAL_JS });
    expect(ran.status).toBe(2);
    expect(ordersIn(ran.stdout)).toEqual([]);
    expectHarmless(ran.summary);
  });

  it('what an event says ends no output', async () => {
    const loop = 'x\npawl_y\ncase<<pawl_y\nclean\npawl_y';
    const { outputs } = await run({ 'b.js': 'export {};\n' }, { loop });
    expect(outputs).toMatchObject({ case: '' });
    expect(Object.keys(outputs)).toHaveLength(12);
  });
});
