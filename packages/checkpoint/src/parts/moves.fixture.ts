import type { Verdict } from '@pawl/verdict';
import type { Projects } from './projects.fixture.ts';

/** A change of a monorepo, from what is locked to what is judged. */
export interface Move {
  readonly name: string;
  /** By path; `null` takes a file away. */
  readonly change: Readonly<Record<string, string | null>>;
  /** What happened on the protected branch after the lock, which the loop has taken over. */
  readonly drift?: Readonly<Record<string, string>>;
  readonly outcome: Verdict['outcome'];
}

const RUN = `import { exec } from 'node:child_process';
export function run(name, res) {
  exec('ls ' + name, (error, out) => res.send(out));
}
`;

const CHECK = `export function check(name) {
  if (!/^[a-z]+$/.test(name)) throw new Error('bad name');
  return name;
}
`;

const ROUTES = `import { check } from '../core/check.js';
import { run } from '../core/run.js';
export function routes(app) {
  app.get('/list', (req, res) => run(check(req.query.name), res));
}
`;

const OPEN_ROUTES = ROUTES.replace('check(req.query.name)', 'req.query.name').replace(/^import \{ check.*\n/u, '');

const SPEC = `import { check } from '../core/check.js';
it('rejects a path that leads out', () => {
  expect(() => check('../etc/passwd')).toThrow();
});
it('rejects an empty name', () => {
  expect(() => check('')).toThrow();
});
`;

const VIEWS = `import subprocess

def show(request):
    name = request.args.get('name')
    if not name.isalpha():
        raise ValueError('bad name')
    return subprocess.run('ls ' + name, shell=True)
`;

export const LOCKED: Readonly<Record<string, string>> = {
  'pawl.config.jsonc': '{ "exclude": ["vendor/**"] }\n',
  'pawl.contracts.jsonc': `{ "contracts": [
  { "id": "checked", "why": "Names are checked before they are run.", "files": "**/routes.js",
    "mustHave": { "every": "run($NAME, $RES)", "have": { "argument": "check($$$)" } } },
  { "id": "audited", "why": "Somebody writes it down.", "files": "{core,api}/*.js", "mustStay": { "called": "check" } },
] }
`,
  'api/routes.js': ROUTES,
  'core/check.js': CHECK,
  'core/run.js': RUN,
  'core/test/check.spec.js': SPEC,
  'web/inner/views.py': VIEWS,
  'web/page.ts': `export const page = (title: string): string => '<h1>' + title.replace(/</g, '&lt;') + '</h1>';\n`,
  'README.md': '# Example\n',
  'setup.js': `export const KEY = process.env.KEY;\n`,
};

export const MOVES: readonly Move[] = [
  { name: 'nothing but prose', change: { 'README.md': '# An example\n' }, outcome: 'clean' },
  { name: 'a guard goes', change: { 'core/check.js': CHECK.replace(/ {2}if .*\n/u, '') }, outcome: 'regression' },
  {
    name: 'a guard moves with its file',
    change: {
      'core/check.js': null,
      'api/check.js': CHECK,
      'api/routes.js': ROUTES.replace('../core/check.js', './check.js'),
      'core/test/check.spec.js': SPEC.replace('../core', '../api'),
    },
    outcome: 'clean',
  },
  {
    name: 'a guard moves to another project',
    change: {
      'core/check.js': 'export const check = (name) => name;\n',
      'core/run.js': RUN.replace('  exec(', `  if (!/^[a-z]+$/.test(name)) throw new Error('bad name');\n  exec(`),
    },
    outcome: 'regression',
  },
  { name: 'a way opens between two projects', change: { 'api/routes.js': OPEN_ROUTES }, outcome: 'regression' },
  {
    name: 'files move to other projects, and one to where nobody looks',
    change: {
      'core/run.js': null,
      'vendor/run.js': RUN,
      'web/inner/views.py': null,
      'api/views.py': VIEWS.replace(/ {4}if .*\n {8}.*\n/u, ''),
      'api/routes.js': ROUTES.replace('../core/run.js', '../vendor/run.js'),
    },
    outcome: 'regression',
  },
  {
    name: 'tests and a promise are gone, and a secret and a suppression come',
    change: {
      'core/test/check.spec.js': SPEC.replace(/it\('rejects an empty[^]*/u, ''),
      'core/check.js': 'export const check = (name) => name;\n',
      'web/page.ts': `// eslint-disable-next-line\nexport const page = (title: string): string => eval(title);\nexport const token = 'ghp_${'a1B2c3D4e5F6'.repeat(3)}';\n`,
      'web/broken.js': 'export function (\n',
    },
    outcome: 'regression',
  },
  {
    name: 'a loop goes on where people have moved the protected branch',
    drift: { 'web/page.ts': 'export const page = (title: string): string => eval(title);\n' },
    change: { 'api/routes.js': OPEN_ROUTES, 'api/new.py': VIEWS },
    outcome: 'regression',
  },
];

/** Locks, then changes; what is judged is HEAD of a loop. */
export async function enact({ git, commit, lock }: Projects, { change, drift }: Move): Promise<void> {
  commit(LOCKED);
  await lock({ cache: false });
  if (drift !== undefined) commit(drift);
  git('checkout', '--quiet', '-b', 'loop');
  const gone = Object.entries(change).flatMap(([path, text]) => (text === null ? [path] : []));
  if (gone.length > 0) git('rm', '--quiet', ...gone);
  commit(Object.fromEntries(Object.entries(change).flatMap(([path, text]) => (text === null ? [] : [[path, text]]))));
}
