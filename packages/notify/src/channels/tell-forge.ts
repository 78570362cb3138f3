import type { Attempt } from '../attempt.ts';
import type { Turn } from '../means.ts';
import type { Notice } from '../notice.ts';
import { messageOf } from '../message.ts';
import { post } from '../post.ts';
import { readSecret } from '../read-secret.ts';
import type { ForgeChannel } from '../settings/settings.ts';

/**
 * An issue, or a comment on one. The agent's own token can read issues, so there is nothing in it but the number, which
 * the agent has been told anyway: no loop, no time, no link, nothing sealed.
 */
export async function tellForge(channel: ForgeChannel, notice: Notice, turn: Turn): Promise<Attempt> {
  const token = await readSecret(channel.token, turn.means);
  if (typeof token !== 'string') return token;
  const { url, fields } = requestOf(channel, notice);
  const headers = { ...headersOf(channel, token), 'idempotency-key': `"${notice.case}"` };
  return post({ url, headers, body: JSON.stringify(fields), toPrivate: channel.private }, turn);
}

interface ForgeRequest {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
}

function requestOf({ kind, api, project, issue }: ForgeChannel, notice: Notice): ForgeRequest {
  const { title: told, next } = messageOf(notice);
  // Whoever opens a tracker may be nobody whom it waits for.
  const title = notice.outcome === 'stopped' ? `Pawl: case ${notice.case} is waiting for a person` : told;
  const body = `Next: \`${next}\``;
  const path = kind === 'gitlab' ? `projects/${encodeURIComponent(project)}` : `repos/${project}`;
  const issues = `${api.replace(/\/+$/u, '')}/${path}/issues`;
  if (issue === undefined)
    return { url: issues, fields: kind === 'gitlab' ? { title, description: body } : { title, body } };
  const comments = kind === 'gitlab' ? 'notes' : 'comments';
  return { url: `${issues}/${issue}/${comments}`, fields: { body: `${title}. ${body}` } };
}

function headersOf({ kind }: ForgeChannel, token: string): Readonly<Record<string, string>> {
  switch (kind) {
    case 'github':
      return {
        authorization: `Bearer ${token}`,
        accept: 'application/vnd.github+json',
        'x-github-api-version': '2022-11-28',
      };
    case 'gitlab':
      return { 'private-token': token };
    case 'gitea':
      return { authorization: `token ${token}` };
  }
}
