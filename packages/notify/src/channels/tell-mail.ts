import { type Attempt, failed } from '../attempt.ts';
import type { Turn } from '../means.ts';
import type { Notice } from '../notice.ts';
import { runFirst } from '../run-first.ts';
import type { MailChannel } from '../settings/settings.ts';
import { mailText } from './mail-text.ts';

const SENDMAIL = ['/usr/sbin/sendmail', '/usr/lib/sendmail', '/usr/bin/sendmail', '/usr/local/sbin/sendmail'] as const;

/** `-i`: a line with one dot does not end the message. Recipients are arguments, so no header decides who gets it. */
export async function tellMail(channel: MailChannel, notice: Notice, turn: Turn): Promise<Attempt> {
  const programs = channel.program === undefined ? SENDMAIL : [channel.program];
  const { HOME } = turn.means.env;
  const command = {
    args: ['-i', '-f', channel.from, ...channel.to],
    input: mailText(channel, notice),
    // msmtp and its like keep their configuration at home.
    env: { ...(HOME === undefined ? {} : { HOME }), PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C.UTF-8' },
  };
  const attempt = await runFirst(programs, command, turn);
  return attempt ?? failed('there is no sendmail on this machine', 'install one, or name it: "program"');
}
