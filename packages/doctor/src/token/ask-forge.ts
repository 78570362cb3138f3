import { at } from '@pawl/verdict';
import { DoctorError } from '../doctor-error.ts';
import type { Answer, ForgeAnswers } from './answers.ts';
import type { OnForge } from './forge.ts';

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

const MOST_BYTES = 1024 * 1024;
const TIMEOUT_MS = 10_000;
/** A repository with more rulesets is asked for the first of them. */
const MOST_RULESETS = 20;

/**
 * Asks a forge, with a token, what the token may do. It only reads. The token goes to that API over TLS and nowhere else: no
 * redirect is followed.
 *
 * @throws DoctorError `not-that-forge`, `forge-refused`
 */
export async function askForge(place: OnForge, target: string, token: string, fetch: Fetch): Promise<ForgeAnswers> {
  if (!place.api.startsWith('https://'))
    throw new DoctorError('not-that-forge', 'a token is only sent over https', {
      next: 'name an https address: --forge-api',
    });
  const ask = (path: string): Promise<Answer & { readonly scopes: string | null }> => askOne(place, path, token, fetch);
  return place.forge === 'github' ? askGithub(place.project, target, ask) : askGitlab(place.project, target, ask);
}

type Ask = (path: string) => Promise<Answer & { readonly scopes: string | null }>;

async function askGithub(project: string, target: string, ask: Ask): Promise<ForgeAnswers> {
  const root = `/repos/${project}`;
  const branch = encodeURIComponent(target);
  const repository = await ask(root);
  const [protection, rules, listed] = await Promise.all([
    ask(`${root}/branches/${branch}/protection`),
    ask(`${root}/rules/branches/${branch}`),
    ask(`${root}/rulesets?includes_parents=true`),
  ]);
  const ids = Array.isArray(listed.body)
    ? listed.body.map((each) => at(each, 'id')).filter((id) => Number.isSafeInteger(id))
    : [];
  const rulesets = await Promise.all(
    ids.slice(0, MOST_RULESETS).map((id) => ask(`${root}/rulesets/${String(id)}?includes_parents=true`)),
  );
  return { forge: 'github', scopes: scopesOf(repository.scopes), repository, protection, rules, rulesets };
}

async function askGitlab(project: string, target: string, ask: Ask): Promise<ForgeAnswers> {
  const root = `/projects/${encodeURIComponent(project)}`;
  const [repository, protection, self] = await Promise.all([
    ask(root),
    ask(`${root}/protected_branches/${encodeURIComponent(target)}`),
    ask('/personal_access_tokens/self'),
  ]);
  const listed = at(self.body, 'scopes');
  const scopes = self.status === 200 && Array.isArray(listed) ? listed.map(String) : undefined;
  return { forge: 'gitlab', scopes, repository, protection, rules: undefined, rulesets: [] };
}

/** A token that is not a classic one has no such header; an empty one is a classic token without any scope. */
function scopesOf(header: string | null): readonly string[] | undefined {
  return header === null
    ? undefined
    : header
        .split(',')
        .map((scope) => scope.trim())
        .filter((scope) => scope !== '');
}

async function askOne(
  { forge, api }: OnForge,
  path: string,
  token: string,
  fetch: Fetch,
): Promise<Answer & { readonly scopes: string | null }> {
  const accept = forge === 'github' ? 'application/vnd.github+json' : 'application/json';
  const headers = {
    accept,
    authorization: `Bearer ${token}`,
    'user-agent': 'pawl',
    ...(forge === 'github' && { 'x-github-api-version': '2022-11-28' }),
  };
  const response = await fetch(`${api}${path}`, {
    headers,
    redirect: 'manual',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).catch((cause: unknown) => {
    throw refused(
      api,
      cause instanceof Error
        ? String((cause.cause as Error | undefined)?.message ?? cause.message)
        : 'it does not answer',
      cause,
    );
  });
  if (response.status === 401) throw refused(api, 'it does not know the token (401)');
  if (response.status >= 300 && response.status < 400)
    throw refused(api, `it sends elsewhere (${response.status}), and a token is not sent there`);
  if (response.status >= 500) throw refused(api, `it is out of order (${response.status})`);
  return {
    status: response.status,
    body: jsonOf(await textOf(response, api)),
    scopes: response.headers.get('x-oauth-scopes'),
  };
}

async function textOf(response: Response, api: string): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  // A body that breaks off is no answer.
  try {
    for await (const part of response.body ?? []) {
      size += part.length;
      if (size > MOST_BYTES) throw refused(api, 'its answer is larger than a megabyte');
      parts.push(part);
    }
  } catch (error) {
    throw error instanceof DoctorError ? error : refused(api, 'its answer breaks off', error);
  }
  return Buffer.concat(parts).toString('utf8');
}

/** What is no JSON is no answer to any of our questions, and is told as such where it is looked at. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function refused(api: string, why: string, cause?: unknown): DoctorError {
  return new DoctorError('forge-refused', `${new URL(api).host} cannot be asked: ${why}`, {
    next: 'try again, or with another token',
    cause,
  });
}
