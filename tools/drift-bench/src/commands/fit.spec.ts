import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { ManifestRow } from '../manifest/manifest-row.ts';
import { bench } from '../testing/bench.ts';
import { benignRow, fixRow } from '../testing/rows.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { temporaryMirrors } from '../testing/temporary-mirrors.ts';

// What the package ships is copied by a build, which specs do without.
vi.mock('../open-local-syntax.ts', async () => ({
  openLocalSyntax: (await import('../testing/installed-syntax.ts')).installedSyntax,
}));

const NAMES = ['file', 'page', 'user', 'order'];

function bare(name: string, verb = 'open'): string {
  return `function read(${name}) {\n  return ${verb}(${name});\n}\n`;
}

function guarded(name: string): string {
  return `function read(${name}) {\n  if (!isAllowed(${name})) throw new Error('refused');\n  return open(${name});\n}\n`;
}

/** Four projects: each adds a check, then does ordinary work. And one that no mirror has. */
function fourProjects(): { readonly folder: string; readonly rows: readonly ManifestRow[] } {
  const { folder, project } = temporaryMirrors();
  const rows = NAMES.flatMap((name, at) => {
    const repo = `owner/${name}`;
    const made = project(repo);
    const [parent, commit, worked] = [
      made.commit({ 'a.js': bare(name), 'b.js': bare(name) }),
      made.commit({ 'a.js': guarded(name), 'b.js': bare(name) }),
      made.commit({ 'a.js': guarded(name), 'b.js': bare(name, 'load') }),
    ];
    return [
      fixRow({ id: `js-00${at}`, repo, parent, commit }),
      benignRow({ id: `js-10${at}`, repo, parent: commit, commit: worked, files: ['b.js'] }),
    ];
  });
  return { folder, rows: [...rows, benignRow({ id: 'js-199', repo: 'owner/nowhere' })] };
}

/** As many removals and rewrites as a question needs for evidence. */
function madeCases(): readonly object[] {
  const pair = (base: string, head: string): object => ({
    language: 'javascript',
    pairs: [{ base: { file: 'a.js', text: base }, head: { file: 'a.js', text: head } }],
  });
  return Array.from({ length: 60 }, (_, at) => `name${at}`).flatMap((name) => [
    { id: `removal.${name}`, set: 'removal', ...pair(guarded(name), bare(name)) },
    { id: `rewrite.${name}`, set: 'rewrite', ...pair(bare(name), bare(name, 'load')) },
  ]);
}

function linesOf(items: readonly object[]): string {
  return items.map((item) => `${JSON.stringify(item)}\n`).join('');
}

describe('when weights are fitted', () => {
  it('each project is judged by what was learned without it, and all that was asked for is written', async () => {
    const { folder, rows } = fourProjects();
    const home = temporaryFolder();
    const at = (name: string): string => join(home, name);
    writeFileSync(at('manifest'), linesOf(rows));
    writeFileSync(at('made'), linesOf(madeCases()));
    const question = ['fit', '--manifest', at('manifest'), '--cache', at('cache'), '--examples', at('examples')];
    const outputs = ['--weights', at('weights.ts'), '--out', at('rows'), '--docs', home];

    const first = await bench(...question, '--mirrors', folder, '--made', at('made'), ...outputs);

    expect([first.status, first.err.includes('js-199 was left out: owner/nowhere is in no mirror')]).toEqual([0, true]);
    // Wilson's interval of 4 of 4 begins at 1 / (1 + z² / 4) = 51.0 %, and that of none in 4 ends at 49.0 %.
    const measured =
      'default: regression 4/4 = 100.0 % (51.0 % to 100.0 %), fix 0/4 = 0.0 % (0.0 % to 49.0 %), ' +
      'benign 0/4 = 0.0 % (0.0 % to 49.0 %), revert 0/4 = 0.0 % (0.0 % to 49.0 %)';
    expect(first.out).toContain(`- ${measured}\n`);
    const weights = readFileSync(at('weights.ts'), 'utf8');
    // 16 real cases, 60 removals, and 60 rewrites there and back.
    expect(weights).toContain('on 196 cases of 4 projects');
    expect(weights).toContain(` * - ${measured}\n`);
    const judged = readFileSync(at('rows'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const states = judged.map(({ kind, state, stop }) => [kind, state, stop].join(' '));
    expect(states).toEqual([
      ...NAMES.flatMap(() => [
        'regression judged true',
        'fix judged false',
        'benign judged false',
        'revert judged false',
      ]),
      'benign missing ',
      'revert missing ',
    ]);
    expect(judged[0].reasons).toContainEqual(expect.objectContaining({ file: 'a.js', symbol: 'read' }));
    expect(readFileSync(at('drift.md'), 'utf8')).toContain('fitted without the project of the case');

    const again = await bench(...question, '--mirrors', at('none'), '--weights', at('again.ts'));
    expect([again.status, again.err.includes('Reading')]).toEqual([0, false]);
    expect(readFileSync(at('again.ts'), 'utf8')).toBe(weights);
  });

  it('a manifest that leaves nothing to learn from is refused, and no weights are written', async () => {
    const { folder, rows } = fourProjects();
    const [manifest, weights] = [join(folder, 'manifest'), join(folder, 'weights.ts')];
    writeFileSync(manifest, linesOf(rows.slice(0, 2)));
    const { status, err } = await bench('fit', '--manifest', manifest, '--mirrors', folder, '--weights', weights);
    expect([status, existsSync(weights)]).toEqual([2, false]);
    expect(err).toContain('0 of 0 real examples are regressions');
  });
});
