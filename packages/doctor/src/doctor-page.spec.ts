import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CHECKS, type CheckId, GROUPS } from './checks.ts';

const page = new URL('../../../docs/doctor.md', import.meta.url);
const BEGIN = '<!-- the checks, as packages/doctor/src/checks.ts has them -->\n';
const END = '<!-- the end of the checks -->';

/** The tables as the code has them: a check that nobody can look up is a check that nobody can mend. */
function tables(): string {
  return GROUPS.map((group) => {
    const rows = (Object.keys(CHECKS) as CheckId[])
      .filter((id) => CHECKS[id].group === group)
      .map((id) => `| \`${id}\` | ${CHECKS[id].means} | ${CHECKS[id].mend} |`);
    return `### ${group}\n\n| check | what is looked at | mend |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
  }).join('\n');
}

/** A table says the same whatever its columns are padded with. */
const plain = (text: string): string => text.replace(/ {2,}/gu, ' ').replace(/-{3,}/gu, '---').trim();

describe('the page about the doctor', () => {
  it('has every check, as the code has it', () => {
    const text = readFileSync(page, 'utf8');
    const [, rest = ''] = text.split(BEGIN);
    expect(plain(rest.split(END)[0] ?? '')).toBe(plain(tables()));
  });

  it('every check has a sentence and a mend', () => {
    for (const { means, mend } of Object.values(CHECKS)) {
      expect(means).toMatch(/^[A-Z].*\.$/su);
      expect(mend).not.toBe('');
      // A bar would be the end of a column.
      expect(`${means}${mend}`).not.toContain('|');
    }
  });
});
