import { pinOfFinding, type Waiver } from '@pawl/baseline';
import { describe, expect, it } from 'vitest';
import { openSyntaxFor } from '../open-syntax-for.ts';
import type { ChangedFile } from '../read-change.ts';
import { judgeStructure } from '../judge-structure.ts';
import { acceptLosses, type Losses, pinOfLoss } from './accept-losses.ts';

const ONE = `export function inside(root, name) {
  const file = path.resolve(root, name);
  if (!file.startsWith(root + path.sep)) throw new Error('outside');
  return file;
}
`;
const TWO = `export function page(request, response) {
  if (!request.user.isAdmin) return response.status(403).end();
  response.send('<p>' + escapeHtml(request.query.name) + '</p>');
}
`;
const syntax = openSyntaxFor({ grammars: new URL('../../../syntax/grammars/', import.meta.url) } as never);

function fileOf(file: string, base: string, head: string): ChangedFile {
  return {
    base: { kind: 'text', file, blob: '1', text: base },
    head: { kind: 'text', file, blob: '2', text: head },
  };
}

const withoutGuard = fileOf('one.js', ONE, ONE.replace(/^ {2}if .*\n/mu, ''));

function told(files: readonly ChangedFile[], waivers: readonly Waiver[]): Promise<Losses> {
  return acceptLosses(
    files,
    waivers,
    async (some) => (await judgeStructure(some, syntax, { sensitivity: 'default', tier: 'full' })).findings,
  );
}

async function waiverFor(files: readonly ChangedFile[]): Promise<Waiver> {
  const { findings } = await told(files, []);
  const [loss] = findings;
  if (loss === undefined || findings.length > 1) throw new Error(`not one loss but ${findings.length}`);
  const pin = pinOfLoss(files, loss);
  if (pin === undefined) throw new Error('nothing to pin');
  const about = { tool: loss.tool, rule: loss.rule, file: loss.location.file };
  return { ...pin, ...about, reason: 'r', since: '2026-01-01T00:00:00Z', expires: '2026-02-01T00:00:00Z' };
}

describe('when a real lost guard is waived', () => {
  it('nothing is told of it any more', async () => {
    const waivers = [await waiverFor([withoutGuard])];
    const { findings, accepted } = await told([withoutGuard], waivers);
    expect([findings, accepted.map(({ waiver }) => waiver)]).toEqual([[], waivers]);
  });

  it('what else was lost, which the grave loss kept from being told, is told now', async () => {
    const waivers = [await waiverFor([withoutGuard])];
    const other = fileOf('two.js', TWO, TWO.replace('escapeHtml(request.query.name)', 'request.query.name'));
    const alone = await told([other], []);
    const both = await told([withoutGuard, other], waivers);
    expect(alone.findings.length).toBeGreaterThan(0);
    expect(both.findings).toEqual(alone.findings);
  });

  it('a waiver bound to the lost code alone covers nothing: the lines that are there now decide', async () => {
    const { findings } = await told([withoutGuard], []);
    const bare = { ...(await waiverFor([withoutGuard])), ...pinOfFinding(findings[0] as never) };
    expect((await told([withoutGuard], [bare])).findings).toEqual(findings);
  });
});
