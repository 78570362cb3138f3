import { messageOf } from '../message.ts';
import type { Notice } from '../notice.ts';

/** Plain JSON for a receiver of one's own. Names are encoded here too: who receives it will print them somewhere. */
export function webhookBody(notice: Notice): string {
  const fact = new Map(messageOf(notice).facts);
  return JSON.stringify({
    schema: 'pawl-notice@v1',
    repository: fact.get('Repository'),
    loop: fact.get('Loop'),
    ...(notice.outcome === 'test' ? {} : { case: notice.case }),
    outcome: notice.outcome,
    time: fact.get('Time'),
    next: fact.get('Next'),
    ...(notice.link === undefined ? {} : { link: notice.link }),
    ...(notice.sealed === undefined ? {} : { sealed: Buffer.from(notice.sealed).toString('base64') }),
  });
}
