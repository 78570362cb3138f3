import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { expect, it } from 'vitest';
import { review } from './decisions/review.ts';
import { scratch } from './scratch.fixture.ts';

const NO_SCANNERS = { javascript: false, python: false, secrets: false };

function logOf(line: number): string {
  const results = [
    {
      ruleId: 'js/only-in-ci',
      level: 'error',
      message: { text: 'found in CI' },
      locations: [{ physicalLocation: { artifactLocation: { uri: 'a.js' }, region: { startLine: line } } }],
    },
  ];
  const driver = { name: 'CodeQL', semanticVersion: '2.20.0' };
  return JSON.stringify({ version: '2.1.0', runs: [{ tool: { driver }, results: line === 0 ? [] : results }] });
}

it('L18 a log from CI that stopped a loop is opened by the reviewer of the lock, and by nobody else', async () => {
  const here = scratch();
  const identity = await generateIdentity();
  const config = { scanners: NO_SCANNERS, reviewers: [await identityToRecipient(identity)] };
  here.commit({ 'pawl.config.jsonc': JSON.stringify(config), 'a.js': 'fine();\n' });
  const file = (name: string, text: string): string => {
    writeFileSync(join(here.root, name), text);
    return join('..', name);
  };
  await here.lock({ logs: [file('before.sarif', logOf(0))] });
  // Who is stopped names another reader, and is not asked.
  const other = { ...config, reviewers: [await identityToRecipient(await generateIdentity())] };
  here.stage({ 'a.js': 'bad();\n', 'pawl.config.jsonc': JSON.stringify(other) });
  const { case: number } = await here.check({ logs: [file('now.sarif', logOf(1))], audience: 'agent' });

  const person = { ...here.context, terminal: true };
  const asked = { directory: undefined, target: undefined, case: number };
  const read = await review({ ...asked, identity: file('mine.age', `${identity}\n`) }, person);
  const rules = read.kind === 'case' ? read.items.map(({ reason: { rule } }) => rule) : [];
  expect(rules).toContain('js/only-in-ci');
  const strange = { ...asked, identity: file('strange.age', `${await generateIdentity()}\n`) };
  await expect(review(strange, person)).rejects.toMatchObject({ code: 'not-for-you' });
});
