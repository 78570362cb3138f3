import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { openPorcelain } from '@pawl/git/porcelain';
import { DoctorError } from '../doctor-error.ts';
import { isUnread, reading } from '../fact.ts';
import type { Place } from '../place.ts';
import type { TokenFacts } from './answers.ts';
import { askForge, type Fetch } from './ask-forge.ts';
import { forgePlace } from './forge.ts';
import { readGhOutput } from './read-gh-output.ts';

export interface TokenRequest {
  /** The variable that holds the agent's token. */
  readonly tokenEnv: string | undefined;
  /** The root of the API of a forge that Pawl does not know. */
  readonly forgeApi: string | undefined;
  /** A file with what `gh` said. */
  readonly ghOutput: string | undefined;
}

/** What a forge says of a token. Without a token nobody is asked anything. */
export async function readTokenFacts(
  place: Place,
  request: TokenRequest,
  target: string,
  fetch: Fetch,
): Promise<TokenFacts> {
  const asked = await reading(() => ask(place, request, target, fetch));
  return { target, asked: isUnread(asked) ? { kind: 'failed', why: asked.unread, next: asked.next } : asked.is };
}

async function ask(
  { repository, context }: Place,
  { tokenEnv, forgeApi, ghOutput }: TokenRequest,
  target: string,
  fetch: Fetch,
): Promise<TokenFacts['asked']> {
  const remotes = await openPorcelain(repository.topLevel ?? repository.gitDir).remotes();
  const remote = remotes.find(({ name }) => name === 'origin') ?? remotes[0];
  const forge = forgePlace(remote?.pushUrl ?? remote?.fetchUrl, forgeApi);
  if (ghOutput !== undefined) {
    const answers = readGhOutput(await readFile(resolve(context.cwd, ghOutput), 'utf8'));
    return { kind: 'answered', answers, project: forge.kind === 'none' ? 'OWNER/NAME' : forge.project };
  }
  if (forge.kind === 'none') return forge;
  if (forge.kind === 'foreign') return { kind: 'foreign', host: forge.host };
  if (tokenEnv === undefined) return { kind: 'not-asked', forge: forge.forge, project: forge.project };
  return {
    kind: 'answered',
    answers: await askForge(forge, target, tokenIn(context.env, tokenEnv), fetch),
    project: forge.project,
  };
}

/** A header holds no other characters, and whatever else stands there is not what was meant. */
function tokenIn(env: Place['context']['env'], name: string): string {
  const token = env[name]?.trim();
  if (token !== undefined && /^[\x21-\x7e]{1,4096}$/u.test(token)) return token;
  throw new DoctorError('token-missing', `the variable ${JSON.stringify(name)} holds no token`, {
    next: `export ${/^\w+$/u.test(name) ? name : 'NAME'}=…, then try again`,
  });
}
