import { describe, expect, it } from 'vitest';
import { pathsOf } from '../testing/paths-of.ts';

/** Whether each path of a handler to `exec` is guarded. */
async function guardedIn(body: string, before = ''): Promise<readonly boolean[]> {
  const text = `const { exec } = require('child_process');\n${before}\nexports.h = (req, res) => {\n${body}\n};\n`;
  return (await pathsOf({ 'src/h.js': text })).map(({ guarded }) => guarded);
}

describe('when a value is checked before it is used', () => {
  it.each([
    ['an early exit', 'if (!/^\\w+$/.test(req.query.a)) return;\nexec(req.query.a);'],
    ['a positive branch', 'if (ALLOWED.has(req.query.a)) exec(req.query.a);'],
    ['two conditions of which both refuse', 'if (!req.query.a || !isName(req.query.a)) return;\nexec(req.query.a);'],
    ['a loop that skips', 'for (const a of req.body.all) { if (!isName(a)) continue; exec(a); }'],
    ['a check that is kept in a name', 'const ok = isName(req.query.a);\nif (!ok) return;\nexec(req.query.a);'],
    ['a case', 'switch (req.query.a) { case "x": case "y": exec(req.query.a); break; default: res.end(); }'],
    [
      'an error that was returned',
      'const err = validate(req.query.a);\nif (err) return res.end();\nexec(req.query.a);',
    ],
    ['another value instead', 'let a = req.query.a;\nif (!isName(a)) a = "x";\nexec(a);'],
    ['a comparison with what is known', 'if (req.query.a !== "x" && req.query.a !== "y") return;\nexec(req.query.a);'],
    ['a number', 'exec("n" + Number(req.query.a));'],
  ])('%s guards it', async (_what, body) => {
    expect(await guardedIn(body)).not.toContain(false);
  });
});

describe('when a check does not hold where the value is used', () => {
  it.each([
    ['it comes after', 'exec(req.query.a);\nif (!isName(req.query.a)) return;'],
    ['it only asks whether there is something', 'if (!req.query.a) return;\nexec(req.query.a);'],
    ['it only looks at the length', 'if (req.query.a.length > 20) return;\nexec(req.query.a);'],
    ['it does not leave', 'if (!isName(req.query.a)) console.warn("bad");\nexec(req.query.a);'],
    ['it is of another value', 'if (!isName(req.query.b)) return;\nexec(req.query.a);'],
    ['it can be switched off', 'if (process.env.STRICT && !isName(req.query.a)) return;\nexec(req.query.a);'],
    ['it is always true', 'if (!(isName(req.query.a) || true)) return;\nexec(req.query.a);'],
    ['its pattern takes everything', 'if (!/.*/.test(req.query.a)) return;\nexec(req.query.a);'],
    ['what it throws is swallowed', 'try { assertName(req.query.a); } catch {}\nexec(req.query.a);'],
    ['it asks who somebody is', 'if (!isAdmin(req.user, req.query.a)) return;\nexec(req.query.a);'],
    ['it is about another danger', 'exec(path.basename(req.query.a));'],
  ])('it is no guard: %s', async (_what, body) => {
    expect(await guardedIn(body)).toContain(false);
  });

  it('it is no guard: the check of the project says yes to everything', async () => {
    const hollow = 'function isName(text) { return true; }';
    expect(await guardedIn('if (!isName(req.query.a)) return;\nexec(req.query.a);', hollow)).toEqual([false]);
  });

  it('it is no guard: the sanitiser of the project gives back what it got', async () => {
    const hollow = 'const sanitize = (text) => String(text).trim();';
    expect(await guardedIn('exec(sanitize(req.query.a));', hollow)).toContain(false);
  });
});
