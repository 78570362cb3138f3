import { describe, expect, it } from 'vitest';
import { parseContracts } from '../document/parse-contracts.ts';
import { judgeContracts } from '../judge/judge-contracts.ts';
import { evaluateAll } from '../testing/evaluate-all.ts';
import { suggest } from './suggest.ts';
import { writeSuggestions } from './write-suggestions.ts';

type Files = Readonly<Record<string, string>>;

function suggested(files: Files): ReturnType<typeof suggest> {
  return suggest(Object.entries(files).map(([file, text]) => ({ file, text })));
}

/** Suggests for a project, and judges a change of it by what is suggested. */
async function stopsAt(before: Files, after: Files): Promise<readonly string[]> {
  const contracts = parseContracts(writeSuggestions(suggested(before)), 'suggested');
  const { findings } = judgeContracts(
    contracts,
    await evaluateAll(contracts, before),
    await evaluateAll(contracts, after),
  );
  return findings.map(({ rule, location: { file, symbol } }) => `${rule} ${file} ${symbol}`.trim());
}

const EXPRESS: Files = {
  'routes/orders.js': `
    router.get('/orders', requireUser, list);
    router.post('/orders', requireUser, validate(order), create);`,
  'routes/people.js': `
    const router = express.Router();
    router.use(requireUser);
    router.get('/people', list);
    router.delete('/people/:id', audit, remove);`,
  'app.js': `
    app.use(helmet());
    app.use(express.json());
    app.use(session({ secret }));
    app.use(csrf());
    app.use('/orders', orders);`,
};

const FLASK: Files = {
  'web/notes.py': `
@bp.post("/a")
@login_required
def a(): pass

@bp.post("/b")
@login_required
@limiter.limit("1/s")
def b(): pass

@bp.get("/c")
def c(): pass

@bp.delete("/d")
@login_required
def d(): pass
`,
  'jobs/a.py': 'requests.get(a, timeout=1)\nrequests.post(b, timeout=TEN)\nrequests.get(c, json=d, timeout=3)\n',
};

describe('when an Express application guards all its routes', () => {
  it('suggests the guard, whether it stands at a route or a router, and the order of its middleware', () => {
    expect(suggested(EXPRESS).map(({ id, evidence, proposed }) => ({ id, evidence, proposed }))).toEqual([
      { id: 'routes-require-user', evidence: '4 of 4 routes in `routes/` have `requireUser`', proposed: true },
      {
        id: 'app-middleware',
        evidence: '`app.js` uses app.use(helmet()), then app.use(session()), then app.use(csrf())',
        proposed: true,
      },
    ]);
  });

  it('stops a route without it, and a middleware that is gone', async () => {
    const open = `${EXPRESS['routes/orders.js'] ?? ''}\nrouter.put('/orders/:id', change);`;
    expect(await stopsAt(EXPRESS, { ...EXPRESS, 'routes/orders.js': open })).toEqual([
      'contract-must-have routes/orders.js',
    ]);
    const withoutCsrf = (EXPRESS['app.js'] ?? '').replace('app.use(csrf());', '');
    expect(await stopsAt(EXPRESS, { ...EXPRESS, 'app.js': withoutCsrf })).toEqual(['contract-must-stay app.js']);
  });

  it('stops nothing when the code stays as it is', async () => {
    expect(await stopsAt(EXPRESS, EXPRESS)).toEqual([]);
  });
});

describe('when a Flask application decorates all handlers that change something', () => {
  it('suggests the decorator for these, and the time-out', () => {
    expect(suggested(FLASK).map(({ evidence }) => evidence)).toEqual([
      '3 of 3 handlers that change something in `web/` have `@login_required`',
      '3 of 3 calls of requests have `timeout`',
    ]);
  });

  it('stops a handler without it, in a new file too', async () => {
    const more = { ...FLASK, 'web/more.py': '@bp.post("/e")\ndef e(): pass\n' };
    expect(await stopsAt(FLASK, more)).toEqual(['contract-must-have web/more.py e']);
  });
});

describe('when one decorator always comes with another', () => {
  const view = (name: string): string => `@require_POST\n@login_required\ndef ${name}(request): pass\n`;
  const files = { 'hc/views.py': ['a', 'b', 'c'].map(view).join('\n') + '\ndef d(request): pass\n' };

  it('suggests that it stays so', async () => {
    expect(suggested(files).map(({ evidence }) => evidence)).toEqual([
      '3 of 3 functions with `@require_POST` in `hc/views.py` have `@login_required` below it',
    ]);
    const open = `${files['hc/views.py']}\n@require_POST\ndef e(request): pass\n`;
    expect(await stopsAt(files, { 'hc/views.py': open })).toEqual(['contract-must-have hc/views.py e']);
  });
});

describe('when code nearly always has a guard', () => {
  const files = Object.fromEntries(
    Array.from({ length: 9 }, (_, index) => [
      `routes/r${index}.ts`,
      `router.post('/r${index}', ${index === 8 ? '' : 'checkPermission("x"), '}handle);`,
    ]),
  );

  it('tells of it and does not propose it', () => {
    expect(suggested(files).map(({ evidence, proposed }) => ({ evidence, proposed }))).toEqual([
      { evidence: '8 of 9 routes in `routes/` have `checkPermission($$$)`', proposed: false },
    ]);
    const text = writeSuggestions(suggested(files));
    expect(text).toContain('//   8 of 9 routes in `routes/` have `checkPermission($$$)`');
    expect(parseContracts(text, 'suggested').contracts).toEqual([]);
  });
});

describe('when inner folders never import outer ones', () => {
  const files = {
    'src/domain/a.ts': `import { b } from './b';`,
    'src/domain/b.ts': 'export const b = 1;',
    'src/domain/c.ts': 'export const c = 1;',
    'src/web/a.ts': `import { c } from '../domain/c';`,
    'src/web/b.ts': 'export const b = 1;',
    'src/web/c.ts': 'export const c = 1;',
  };

  it('suggests that it stays so', async () => {
    expect(suggested(files).map(({ evidence }) => evidence)).toEqual([
      'none of 3 files in `src/domain/` imports `src/web/`',
    ]);
    expect(await stopsAt(files, { ...files, 'src/domain/b.ts': `export { b } from '../web/b';` })).toEqual([
      'contract-must-not src/domain/b.ts',
    ]);
  });
});

describe('when names say nothing of security', () => {
  it('suggests nothing', () => {
    const routes = ['a', 'b', 'c'].map((name) => `router.get('/${name}', getAll, paginate, show);`).join('\n');
    expect(suggested({ 'routes/x.js': routes })).toEqual([]);
  });
});

describe('when files come in another order', () => {
  it('suggests the same', () => {
    const backwards = Object.fromEntries(Object.entries({ ...EXPRESS, ...FLASK }).reverse());
    expect(writeSuggestions(suggested(backwards))).toBe(writeSuggestions(suggested({ ...EXPRESS, ...FLASK })));
  });
});
