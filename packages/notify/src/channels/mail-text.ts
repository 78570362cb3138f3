import { linesOf, messageOf } from '../message.ts';
import type { Notice } from '../notice.ts';
import type { MailChannel } from '../settings/settings.ts';

/** What cannot occur in a line of base64 or in a line of ours. */
const BOUNDARY = '=_pawl_=';

/**
 * A message (RFC 5322), one part of plain text and perhaps what was sealed, in ASCII. Lines end as sendmail expects them
 * on its standard input. The same notice has the same `Message-ID`, by which mail servers and readers drop a second copy.
 */
export function mailText(channel: MailChannel, notice: Notice): string {
  const message = messageOf(notice);
  const domain = channel.from.slice(channel.from.indexOf('@') + 1);
  const head = [
    header('From', channel.from),
    header('To', channel.to.join(',\n ')),
    header('Subject', message.title),
    header('Date', dateOf(notice.at)),
    header('Message-ID', `<pawl.${notice.case}.${channel.name}@${domain}>`),
    header('MIME-Version', '1.0'),
    // RFC 3834: no holiday greeting comes back.
    header('Auto-Submitted', 'auto-generated'),
  ];
  const link = notice.link === undefined ? [] : [`Link: ${notice.link}`];
  const text = [header('Content-Type', 'text/plain; charset=us-ascii'), '', ...linesOf(message), ...link];
  const body = notice.sealed === undefined ? text : withAttachment(text, notice.case, notice.sealed);
  return `${[...head, ...body].join('\n')}\n`;
}

/** The last look: whatever became of the checks before it, a value cannot begin another header. */
function header(name: string, value: string): string {
  if (!/^[\x20-\x7e]*(?:,\n [\x20-\x7e]+)*$/u.test(value)) throw new TypeError(`${name} cannot be written`);
  return `${name}: ${value}`;
}

function dateOf(at: string): string {
  return new Date(`${at.slice(0, 16)}Z`).toUTCString().replace(/GMT$/u, '+0000');
}

function withAttachment(text: readonly string[], number: string, sealed: Uint8Array): readonly string[] {
  const encoded =
    Buffer.from(sealed)
      .toString('base64')
      .match(/.{1,76}/gu) ?? [];
  return [
    header('Content-Type', `multipart/mixed; boundary="${BOUNDARY}"`),
    '',
    `--${BOUNDARY}`,
    ...text,
    `--${BOUNDARY}`,
    header('Content-Type', 'application/octet-stream'),
    header('Content-Transfer-Encoding', 'base64'),
    header('Content-Disposition', `attachment; filename="case-${number}.age"`),
    '',
    ...encoded,
    `--${BOUNDARY}--`,
  ];
}
