import type { AcceptChange } from '@pawl/checkpoint';
import { type Paint, visible } from '@pawl/report';

type Change = Parameters<AcceptChange>[0];

const SHOWN = 20;
const LONGEST = 300;

/** One difference to the lock before, in words. */
export function changeText(change: Change, paint: Paint): string {
  const colour = { worse: paint.red, unknown: paint.yellow, better: paint.green }[change.direction];
  const [said = '', ...more] = linesOf(change);
  return [colour(said), ...more.map((line) => `    ${line}`)].join('\n');
}

function linesOf(change: Change): readonly string[] {
  switch (change.kind) {
    case 'finding':
      return [change.direction === 'worse' ? 'new finding' : 'finding is gone', ...findingLines(change.finding)];
    case 'worsened':
      return [
        `finding got worse, from ${change.base.severity} to ${change.head.severity}`,
        ...findingLines(change.head),
      ];
    case 'defence':
      return ['lost defence', ...findingLines(change.finding)];
    case 'suppression':
      return suppressionLines(change);
    case 'coverage':
      return change.why === undefined
        ? [`${visible(change.by)} now examines ${visible(change.file)}`]
        : [`${visible(change.by)} does not examine ${visible(change.file)}: ${visible(change.why)}`];
    case 'gate-file':
      return [`a file of the gate was ${change.change}: ${visible(change.file)}`];
    case 'setting':
      return [
        `the setting ${visible(change.setting)} is another`,
        `was  ${valueText(change.was)}`,
        `is   ${valueText(change.is)}`,
      ];
    case 'tool':
      return toolLines(change);
  }
}

function findingLines({
  severity,
  tool,
  rule,
  message,
  location,
}: Extract<Change, { kind: 'finding' }>['finding']): readonly string[] {
  const { file, line, symbol } = location;
  return [
    `${severity} · ${visible(tool)} ${visible(rule)}`,
    visible(message),
    `${visible(file)}:${line}${symbol ? `  in ${visible(symbol)}` : ''}`,
  ];
}

function suppressionLines({ direction, suppression }: Extract<Change, { kind: 'suppression' }>): readonly string[] {
  const { tool, rules, text, location } = suppression;
  const what = rules.length === 0 ? 'every rule' : visible(rules.join(', '));
  return [
    `${direction === 'worse' ? 'new suppression' : 'suppression is gone'}: ${what} of ${visible(tool)}`,
    visible(text),
    `${visible(location.file)}:${location.line}`,
  ];
}

function toolLines({ before, after, findings }: Extract<Change, { kind: 'tool' }>): readonly string[] {
  const name = visible((after ?? before)?.name ?? '');
  const told = findings
    .slice(0, SHOWN)
    .map(
      ({ severity, rule, location }) => `${severity} · ${visible(rule)}  ${visible(location.file)}:${location.line}`,
    );
  const rest = findings.length > SHOWN ? [`and ${findings.length - SHOWN} more`] : [];
  if (after === undefined)
    return [`${name} judges no more; of what it found, ${findings.length} would be forgotten`, ...told, ...rest];
  if (before === undefined)
    return [
      `${name} ${visible(after.version)} judges too, and finds ${findings.length} that were there before`,
      ...told,
      ...rest,
    ];
  return before.version === after.version
    ? [`${name} has other rules`]
    : [`${name} is another version`, `was  ${visible(before.version)}`, `is   ${visible(after.version)}`];
}

function valueText(value: string | undefined): string {
  const text = visible(value ?? '(none)');
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
