import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { beforeAll, describe, expect, it } from 'vitest';
import { programsOf } from './support/clean-env.ts';
import { converse } from './support/converse.ts';
import { lockedRepository } from './support/locked-repository.ts';
import { removedAfterAll } from './support/removed-after-all.ts';
import { GUARDED_JS, UNGUARDED_JS } from './support/sources.ts';
import { caseNumberIn } from './support/stopped.ts';
import type { TestRepository } from './support/temporary-repository.ts';
import { needsTerminal } from './support/terminal.ts';
import { PAWL, WORKSPACE } from './support/workspace.ts';

const CONTRACTS = `{
  "contracts": [
    { "id": "no-eval", "why": "Nothing that was typed is run.", "files": "**/*.js", "mustNot": { "pattern": "eval($$$)" } },
    { "id": "silent", "why": "It speaks of nothing.", "files": "none/*.js", "mustNot": { "pattern": "eval($$$)" } },
  ],
}
`;

const atTheEnd = removedAfterAll();
let repository: TestRepository;
let number: string;

/** A loop that was stopped, seen from the protected branch, with a remote that may have the ledger. */
beforeAll(async () => {
  repository = await lockedRepository({ 'app.js': GUARDED_JS, 'pawl.contracts.jsonc': CONTRACTS }, atTheEnd);
  const { root, git, stage, tryGit } = repository;
  await mkdir(programsOf(root), { recursive: true });
  await writeFile(join(programsOf(root), 'pawl'), `#!/bin/sh\nexec "${process.execPath}" "${PAWL}" "$@"\n`, {
    mode: 0o755,
  });
  await git('init', '--quiet', '--bare', join(root, 'remote.git'));
  await git('remote', 'add', 'origin', join(root, 'remote.git'));
  await git('switch', '--quiet', '--create', 'agent/notes');
  await stage({ 'app.js': UNGUARDED_JS });
  number = caseNumberIn((await tryGit(['commit', '-qm', 'Tidy'])).stderr);
  await git('switch', '--quiet', '--force', 'main');
});

interface Answer {
  readonly schema: string;
  readonly [name: string]: unknown;
}

/** An answer that is what its schema says, which lies in what is published. */
async function answerIn(stdout: string): Promise<Answer> {
  const answer = JSON.parse(stdout) as Answer;
  const [, name = ''] = /^pawl\/([a-z-]+)@1$/u.exec(answer.schema) ?? [];
  const schema = await readFile(join(WORKSPACE, `packages/cli/schema/${name}.schema.json`), 'utf8');
  const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(JSON.parse(schema) as object);
  validate(answer);
  expect(validate.errors).toBeNull();
  return answer;
}

describe('when a program asks', () => {
  it.each([
    ['trust', { schema: 'pawl/trust@1', lock: { state: 'counts', sequence: 1 }, anchor: null }],
    ['log', { schema: 'pawl/log@1', locks: [{ name: 'main', fault: null }] }],
    ['verify', { schema: 'pawl/verify@1', result: 'holds' }],
    ['doctor', { schema: 'pawl/doctor@1' }],
    ['doctor --quiet', { schema: 'pawl/doctor@1' }],
    ['sync', { schema: 'pawl/sync@1', remote: 'origin', isShared: true }],
    ['contracts check', { schema: 'pawl/contracts@1', action: 'check', warnings: [{ contract: 'silent' }] }],
    ['contracts suggest', { schema: 'pawl/contracts@1', action: 'suggest' }],
    ['review', { schema: 'pawl/review@1', outcome: 'stopped' }],
    ['review 00000000', { schema: 'pawl/review@1', outcome: 'stopped' }],
    ['waive --list', { schema: 'pawl/error@1', code: 'agent-may-not-decide' }],
    ['release 00000000 --reason x', { schema: 'pawl/error@1', code: 'needs-a-terminal' }],
    ['verify --sample 0', { schema: 'pawl/error@1', code: 'usage' }],
    ['log --limit x', { schema: 'pawl/error@1', code: 'usage' }],
    ['sync --remote elsewhere', { schema: 'pawl/error@1', code: 'no-remote' }],
  ])('pawl %s --format json is one document, as its schema says', async (command, expected) => {
    const { stdout } = await repository.pawl([...command.split(' '), '--format', 'json']);
    expect(await answerIn(stdout)).toMatchObject(expected);
  });

  it('it learns no more than an agent may', async () => {
    const { stdout } = await repository.pawl(['review', '--format', 'json']);
    expect(Object.keys(await answerIn(stdout)).sort()).toEqual(['case', 'message', 'outcome', 'schema']);
  });
});

describe('when a person decides and a program reads it', () => {
  needsTerminal();

  /** What is asked goes to the terminal, the answer to a file. */
  async function decided(command: string, isAsked = false): Promise<Answer> {
    const answers = isAsked ? ([['to confirm', number]] as const) : [];
    const file = join(repository.root, 'answer.json');
    await converse(repository, `pawl ${command} --format json > '${file}'`, answers);
    return answerIn(await readFile(file, 'utf8'));
  }

  it('each decision is one document, as its schema says', async () => {
    expect(await decided('review')).toMatchObject({
      case: number,
      outcome: 'regression',
      items: [{ number: 1, rule: 'lost-guard', waivable: true, code: { file: 'app.js' } }],
    });
    expect(await decided(`waive ${number} 1 --reason fine`, true)).toMatchObject({
      action: 'waive',
      case: number,
      waiver: { rule: 'lost-guard', reason: 'fine' },
      lock: { sequence: 2 },
    });
    expect(await decided('waive --list')).toMatchObject({ action: 'list', waivers: [{ number: 1, reason: 'fine' }] });
    expect(await decided('waive --revoke 1')).toMatchObject({ action: 'revoke', lock: { sequence: 3 } });
    expect(await decided(`release ${number} --reason mended`, true)).toMatchObject({
      case: number,
      loops: ['agent/notes'],
      lock: { sequence: 4, assurance: 'unsigned', signedBy: null },
    });
    expect(await decided('review')).toMatchObject({ cases: [] });
    expect(await decided('log')).toMatchObject({
      locks: [{ entries: [{ decision: { kind: 'release', case: number } }, {}, {}, {}] }],
    });
  });
});
