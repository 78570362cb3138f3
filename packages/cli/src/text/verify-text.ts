import type { Verified } from '@pawl/checkpoint';
import { type Paint, visible } from '@pawl/report';

/** `unknown`: nothing is broken, and not everything could be told. */
export type VerifyResult = 'holds' | 'broken' | 'unknown';

type Problem = Verified['problems'][number];

export function verifyResult({ problems }: Pick<Verified, 'problems'>): VerifyResult {
  if (problems.some(({ kind }) => kind === 'broken')) return 'broken';
  return problems.length > 0 ? 'unknown' : 'holds';
}

/** Each chain, each problem with what to do about it, and one line at the end that says what holds and what does not. */
export function verifyText(verified: Verified, paint: Paint): string {
  const { problems } = verified;
  return [
    basisLine(verified),
    ...chainLines(verified, paint),
    ...problems.slice(0, SHOWN).flatMap((problem) => problemLines(problem, paint)),
    ...(problems.length > SHOWN ? [`  and ${problems.length - SHOWN} more: pawl verify --format json`] : []),
    lastLine(verified, paint),
    '',
  ].join('\n');
}

/** For machines; `schema` changes when a field does. */
export function verifyJson(verified: Verified): string {
  const { basis, locks, loops, problems, recomputed } = verified;
  const document = {
    schema: 'pawl/verification@1',
    result: verifyResult(verified),
    basis,
    locks: locks.map(({ target, ref, locks: entries }) => ({ target, ref, locks: entries.length })),
    loops: loops.map(({ loop, ref, entries }) => ({
      loop,
      ref,
      checkpoints: entries.length,
      signed: signedIn(entries),
    })),
    recomputed,
    problems,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

const SHOWN = 20;

function basisLine({ basis }: Verified): string {
  switch (basis.kind) {
    case 'anchor':
      return `Held against the anchor in ${visible(basis.from)}.`;
    case 'memory':
      return 'Held against what this machine remembers; there is no anchor: pawl trust';
    case 'nothing':
      return 'Held against itself alone: there is no anchor, and this machine has seen nothing of it before.';
  }
}

function chainLines({ locks, loops }: Verified, { dim }: Paint): readonly string[] {
  const rows = [
    ...locks.map(({ target, locks: entries }): readonly [string, string, string] => {
      const newest = entries.at(-1);
      const assurance = newest?.assurance ?? 'not to be trusted';
      const by = newest?.signedBy ? ` by ${visible(newest.signedBy.principal)}` : '';
      const what =
        newest === undefined ? 'unreadable' : `${count(entries.length, 'lock')}, the newest ${assurance}${by}`;
      return ['lock', visible(target), what];
    }),
    ...loops.map(({ loop, entries }): readonly [string, string, string] => {
      const signed = signedIn(entries);
      const vouched = signed === 0 ? '' : `, ${signed} signed by a verifier`;
      return ['loop', visible(loop), `${count(entries.length, 'checkpoint')}${vouched}`];
    }),
  ];
  const width = Math.max(0, ...rows.map(([, name]) => name.length));
  return rows.map(([kind, name, what]) => `  ${kind}  ${name.padEnd(width)}  ${dim(what)}`);
}

function signedIn(entries: Verified['loops'][number]['entries']): number {
  return entries.filter(({ voucher }) => voucher?.isAnchored === true).length;
}

function problemLines({ kind, ref, entry, commit, message, next }: Problem, { red, yellow }: Paint): readonly string[] {
  const at = commit === null ? '' : ` (${commit.slice(0, 12)})`;
  const place = entry === null ? ref : `${ref}, ${entry}${at}`;
  const word = kind === 'broken' ? red('broken') : yellow('unknown');
  return [`${word}  ${visible(place)}: ${visible(message)}`, `  next: ${visible(next)}`];
}

function lastLine(verified: Verified, { green, red, yellow }: Paint): string {
  const { locks, loops, problems } = verified;
  const entries = loops.reduce((sum, loop) => sum + loop.entries.length, 0);
  const what = [
    count(locks.length, 'chain of locks', 'chains of locks'),
    count(loops.length, 'loop'),
    `${count(entries, 'checkpoint')} read`,
    recomputedPart(verified),
  ].join(', ');
  const broken = problems.filter(({ kind }) => kind === 'broken').length;
  const untold = problems.length - broken;
  switch (verifyResult(verified)) {
    case 'holds':
      return `${green('All holds')}: ${what}.`;
    case 'broken':
      return `${red('It does not hold')}: ${count(broken, 'broken link')}${untold === 0 ? '' : `, ${untold} that could not be told`}; ${what}.`;
    case 'unknown':
      return `${yellow('Could not tell')}: nothing is broken, and ${untold} could not be told; ${what}.`;
  }
}

function recomputedPart({ recomputed: { questions, asked, told, held } }: Verified): string {
  if (asked === 0) return 'no verdict recomputed';
  const part = told === questions ? `all ${questions}` : `${told} of ${questions}`;
  if (told === 0) return `none of ${questions} verdicts recomputed`;
  return `${part} verdicts recomputed, ${held === told ? 'and they hold' : `${held} of them hold`}`;
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
