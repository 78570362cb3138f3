import { describe, expect, it } from 'vitest';
import { linkPaths } from '../index.ts';
import { pathsOf, summariesOf } from '../testing/paths-of.ts';

const APP = {
  'src/app.js': "import { run } from './run.js';\nexport const go = (req, res) => run(req.query.name, res);\n",
  'src/run.js':
    "import { exec } from 'node:child_process';\nexport function run(name, res) {\n  exec('ls ' + name, res.end);\n}\n",
};

describe('when a request reaches a command in another file', () => {
  it('says the way', async () => {
    expect(await pathsOf(APP)).toEqual([
      {
        source: { kind: 'http', text: 'req.query.name', file: 'src/app.js', symbol: 'go', line: 2 },
        hops: [{ file: 'src/app.js', symbol: 'go', line: 2, code: 'run(req.query.name,res)' }],
        sink: {
          kind: 'shell',
          name: 'child_process.exec',
          code: 'exec("ls"+name,res.end)',
          file: 'src/run.js',
          symbol: 'run',
          line: 3,
        },
        guarded: false,
      },
    ]);
  });

  it('says the same from summaries that were written down and read again, in any order', async () => {
    const summaries = await summariesOf(APP);
    const again = JSON.parse(JSON.stringify([...summaries].reverse())) as typeof summaries;
    expect(linkPaths(again)).toEqual(linkPaths(summaries));
  });
});

describe('when only some files are asked for', () => {
  const other = {
    'src/other.js': "import fs from 'fs';\nexport const del = (req, res) => fs.unlinkSync(req.body.file);\n",
  };

  it('finds the paths that start above a changed file', async () => {
    const { paths } = linkPaths(await summariesOf({ ...APP, ...other }), { only: ['src/run.js'] });
    expect(paths.map(({ source }) => source.symbol)).toEqual(['go']);
  });

  it('leaves out what has nothing to do with it', async () => {
    const { paths } = linkPaths(await summariesOf({ ...APP, ...other }), { only: ['src/other.js'] });
    expect(paths.map(({ source }) => source.symbol)).toEqual(['del']);
  });
});

describe('when code goes round in circles', () => {
  it('comes to an end and finds what is there', async () => {
    const files = {
      'a.js':
        "import { b } from './b.js';\nexport function a(x, n) { return n > 9 ? x : b(x, n + 1); }\nexport const h = (req) => eval(a(req.body.code, 0));\n",
      'b.js': "import { a } from './a.js';\nexport const b = (x, n) => a(x + '', n);\n",
      'c.js': "export * from './d.js';\n",
      'd.js':
        "export * from './c.js';\nimport { none } from './c.js';\nexport const g = (req) => none(req.body.code);\n",
    };
    const paths = await pathsOf(files);
    expect(paths.map(({ source, sink }) => [source.symbol, sink.kind])).toEqual([['h', 'code']]);
  });
});

describe('when a file could not be read to its end', () => {
  it('says so instead of calling it clean', async () => {
    const { notExamined } = linkPaths(await summariesOf({ 'src/broken.js': 'export const a = (req) => {\n' }));
    expect(notExamined).toMatchObject([{ file: 'src/broken.js', code: 'syntax-error' }]);
  });

  it('says so of code that nests too deep', async () => {
    const deep = `export const a = ${'['.repeat(600)}1${']'.repeat(600)};\n`;
    const { notExamined } = linkPaths(await summariesOf({ 'src/deep.js': deep }));
    expect(notExamined).toMatchObject([{ file: 'src/deep.js', code: 'too-deep' }]);
  });
});
