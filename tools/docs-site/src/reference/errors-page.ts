import { code, page, prose, section, table } from './markdown.ts';
import type { ErrorClass } from './read-errors.ts';

/** The codes of each package, in the order of its sources. */
export function errorsPage(packages: ReadonlyMap<string, readonly ErrorClass[]>): string {
  const sections = [...packages].map(([name, classes]) => section(`## ${name}`, ...classes.map(classPart)));
  return page(
    '# Error codes',
    'Every expected failure has a code that does not change, a message that says what happened and why, and the next thing to do. With `--format json` the code stands in `code`. What is no such failure is a mistake of ours.',
    ...sections,
  );
}

function classPart({ name, description, codes }: ErrorClass): string {
  const says = `**${name}**${description === '' ? '' : `: ${prose(description)}`}`;
  if (codes.every(({ meaning }) => meaning === ''))
    return `${says}

${codes.map((one) => code(one.code)).join(', ')}`;
  return section(
    says,
    table(
      ['code', 'meaning'],
      codes.map((one) => [code(one.code), prose(one.meaning)]),
    ),
  );
}
