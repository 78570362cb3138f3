import type { Released, Revoked, WaivedItem, Waivers } from '@pawl/checkpoint';
import { type Paint, visible } from '@pawl/report';

type Stored = Released['lock'];

export function releasedText({ case: { id, loops }, lock }: Released, { bold }: Paint): string {
  const who = loops.length === 0 ? 'nobody was stopped by it' : `${loops.map(visible).join(', ')} may go on`;
  return [
    bold(`Released case ${id}: ${who}`),
    lockLine(lock),
    '  what slipped is still judged: undo it, or waive it, or the next judgement stops again',
    '  next: judge what is staged: pawl check',
    '',
  ].join('\n');
}

export function waivedText({ item: { number }, waiver, lock }: WaivedItem, { bold }: Paint): string {
  return [
    bold(`Waived item ${number} until ${waiver.expires.slice(0, 10)}: ${visible(waiver.tool)} ${visible(waiver.rule)}`),
    `  in ${visible(waiver.file)}; it lapses when that code changes`,
    lockLine(lock),
    '  a loop that is stopped goes on when its case is released: pawl review',
    '',
  ].join('\n');
}

export function revokedText({ waiver, lock }: Revoked, { bold }: Paint): string {
  return [
    bold(`Revoked: ${visible(waiver.tool)} ${visible(waiver.rule)} in ${visible(waiver.file)} is judged again`),
    lockLine(lock),
    '',
  ].join('\n');
}

export function waiversText({ target, live, most }: Waivers, { bold, dim }: Paint): string {
  if (live.length === 0) return `Nothing is waived on ${visible(target)}; at most ${most} waivers may be live.\n`;
  return [
    bold(`Waived on ${visible(target)}, ${live.length} of at most ${most}`),
    ...live.flatMap(({ tool, rule, file, reason, expires }, at) => [
      `  [${at + 1}] until ${expires.slice(0, 10)}  ${visible(tool)} ${visible(rule)} in ${visible(file)}`,
      dim(`      ${visible(reason)}`),
    ]),
    '  next: take one back: pawl waive --revoke 1',
    '',
  ].join('\n');
}

function lockLine({ lock: { target, sequence }, assurance }: Stored): string {
  return `  the lock of ${visible(target)} says so, sequence ${sequence}, ${assurance}`;
}
