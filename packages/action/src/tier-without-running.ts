import type { Config } from '@pawl/config';
import { readSettings } from '@pawl/git/porcelain';
import { ActionError } from './action-error.ts';
import type { Environment, Inputs } from './inputs.ts';
import type { Subject } from './subject.ts';

export interface RunningQuery {
  readonly dir: string;
  readonly inputs: Pick<Inputs, 'tier' | 'securityTests' | 'commands' | 'token' | 'signingKey'>;
  readonly subject: Pick<Subject, 'isPrivileged'>;
  readonly config: Pick<Config, 'securityTests' | 'scanners'>;
  /** Of this process: what the runner handed it. */
  readonly env: Environment;
  /** What git sees. */
  readonly judging: Environment;
}

/**
 * The tier in which it can be judged without running the judged code beside a secret. Security tests run it, and so may a command of the project's
 * own: neither does by default.
 *
 * @throws ActionError `unsafe-tests`, `secrets-beside-head`, `unsafe-commands`
 */
export async function tierWithoutRunning(query: RunningQuery): Promise<Inputs['tier']> {
  const { inputs, config } = query;
  if (inputs.tier === 'fast') return 'fast';
  if (config.securityTests.suites.length > 0) {
    if (inputs.securityTests === 'refuse')
      throw new ActionError('unsafe-tests', 'the lock has security tests, and they would run the judged code', {
        next: 'run them where there is no secret, security-tests: run on pull_request without token and signing-key; or judge without them in the fast tier: security-tests: skip',
      });
    if (inputs.securityTests === 'skip') return 'fast';
    requireNoSecret(await secretsIn(query), 'the security tests would run the judged code');
  }
  if (Object.keys(config.scanners.sarif).length > 0 && inputs.commands === 'refuse') {
    const [secret] = await secretsIn(query);
    if (secret !== undefined)
      throw new ActionError('unsafe-commands', `the lock has commands that may run what they scan, beside ${secret}`, {
        next: 'where none of them does, say commands: trust; else run this step without secrets',
      });
  }
  return 'full';
}

function requireNoSecret([secret]: readonly string[], why: string): void {
  if (secret === undefined) return;
  throw new ActionError('secrets-beside-head', `${why}, and it could take ${secret}`, {
    next: 'run this step on pull_request with persist-credentials: false and without token, signing-key and id-token: write; sign and push in a job of its own, which runs nothing',
  });
}

/** What a program of this account could take: from this process, from the event or from the checkout. */
async function secretsIn({ dir, inputs, subject, env, judging }: RunningQuery): Promise<readonly string[]> {
  const settings = await readSettings(dir, { env: judging });
  const isKept = settings.some(
    ({ key, scope }) => scope !== 'system' && /^http\.(?:.*\.)?extraheader$|^credential\./u.test(key),
  );
  return [
    ...(subject.isPrivileged ? ['the secrets of this event'] : []),
    ...(inputs.token === undefined ? [] : ['the token of this step']),
    ...(inputs.signingKey === undefined ? [] : ['the signing key']),
    ...(isKept ? ['the credentials that the checkout kept'] : []),
    ...(env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'] ? ['the identity of this job (id-token: write)'] : []),
  ];
}
