import { at, isMap } from '@pawl/verdict';
import { DoctorError } from '../doctor-error.ts';
import type { Answer, ForgeAnswers } from './answers.ts';

const MOST = 2 * 1024 * 1024;

/**
 * What somebody saved of `gh auth status` and of any number of `gh api` calls, in one file: text, headers and JSON one after
 * the other. Each answer is known by what is in it. A line that holds a token is passed over like any other.
 *
 * @throws DoctorError `unreadable-answers`
 */
export function readGhOutput(text: string): ForgeAnswers {
  if (text.length > MOST) throw unreadable('it is larger than two megabytes');
  const { values, lines } = split(text);
  const scopes = scopesIn(lines);
  const answers = values.map(answerOf);
  const found: ForgeAnswers = {
    forge: 'github',
    scopes,
    repository: answers.find(({ body }) => isMap(at(body, 'permissions')) && typeof at(body, 'full_name') === 'string'),
    protection: answers.find(isProtection),
    rules: answers.find(
      ({ body }) => Array.isArray(body) && body.every((rule) => typeof at(rule, 'type') === 'string'),
    ),
    rulesets: answers.filter(({ body }) => typeof at(body, 'enforcement') === 'string'),
  };
  if (scopes === undefined && values.length === 0)
    throw unreadable('there is neither JSON in it nor a line with scopes');
  return found;
}

function isProtection({ status, body }: Answer): boolean {
  if (status === 404) return at(body, 'message') === 'Branch not protected';
  return isMap(at(body, 'enforce_admins'));
}

/** An error that a forge reports says its status in the body, too. */
function answerOf(body: unknown): Answer {
  const status = Number(at(body, 'status'));
  const isError = typeof at(body, 'message') === 'string' && Number.isSafeInteger(status);
  return { status: isError ? status : 200, body };
}

/** `Token scopes: 'repo', 'workflow'` of `gh auth status`, or the header that `gh api -i` prints. Of several the union counts. */
function scopesIn(lines: readonly string[]): readonly string[] | undefined {
  const said = lines.flatMap((line) => /(?:Token scopes|x-oauth-scopes):\s*(.*)$/iu.exec(line)?.[1] ?? []);
  if (said.length === 0) return undefined;
  return said
    .flatMap((list) => list.split(','))
    .map((scope) => scope.trim().replace(/^['"]|['"]$/gu, ''))
    .filter((scope) => scope !== '' && scope !== 'none');
}

function split(text: string): { readonly values: readonly unknown[]; readonly lines: readonly string[] } {
  const values: unknown[] = [];
  const lines: string[] = [];
  for (let at = 0; at < text.length;) {
    const first = text[at] ?? '';
    if (/\s/u.test(first)) at += 1;
    else if (first === '{' || first === '[') {
      const end = endOfValue(text, at);
      values.push(parsed(text.slice(at, end)));
      at = end;
    } else {
      const end = text.indexOf('\n', at);
      lines.push(text.slice(at, end < 0 ? text.length : end).trimEnd());
      at = end < 0 ? text.length : end + 1;
    }
  }
  return { values, lines };
}

/** Behind the bracket that closes the one at `start`. */
function endOfValue(text: string, start: number): number {
  let depth = 0;
  let isInText = false;
  for (let at = start; at < text.length; at += 1) {
    const sign = text[at];
    if (isInText && sign === '\\') at += 1;
    else if (sign === '"') isInText = !isInText;
    else if (!isInText && (sign === '{' || sign === '[')) depth += 1;
    else if (!isInText && (sign === '}' || sign === ']')) depth -= 1;
    if (depth === 0) return at + 1;
  }
  throw unreadable('it ends in the middle of JSON');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw unreadable('a part of it looks like JSON and is none');
  }
}

function unreadable(why: string): DoctorError {
  return new DoctorError('unreadable-answers', `the answers of gh cannot be read: ${why}`, {
    next: 'gh api repos/OWNER/NAME > FILE, then pawl doctor --gh-output FILE',
  });
}
