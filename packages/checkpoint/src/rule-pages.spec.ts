import { readdirSync, readFileSync } from 'node:fs';
import { CONTRACT_RULES } from '@pawl/contracts';
import { DISAPPEARANCE_RULES, RULES, SUPPRESSION_RULES } from '@pawl/invariants';
import { REACH_RULES } from '@pawl/reach';
import { SECURITY_TEST_RULES } from '@pawl/security-tests';
import { GATE_RULES, VERDICT_RULES } from '@pawl/verdict';
import { describe, expect, it } from 'vitest';

type Rules = Readonly<Record<string, string>>;

/** Rules by the exit criterion that they keep from being met. One more part of Pawl is one more table here. */
const RULES_BY_CRITERION: Readonly<Record<string, readonly Rules[]>> = {
  Scanners: [
    SUPPRESSION_RULES,
    DISAPPEARANCE_RULES,
    pick(VERDICT_RULES, ['severity-total', 'lost-coverage', 'unscanned-code']),
  ],
  Invariants: [RULES, REACH_RULES, CONTRACT_RULES],
  'Security tests': [SECURITY_TEST_RULES],
  Gate: [GATE_RULES, pick(VERDICT_RULES, ['drift', 'latched'])],
};

function pick(rules: Rules, names: readonly string[]): Rules {
  return Object.fromEntries(Object.entries(rules).filter(([name]) => names.includes(name)));
}

const folder = new URL('../../../docs/rules/', import.meta.url);
const written = readdirSync(folder).filter((file) => file !== 'README.md');
const tables = Object.values(RULES_BY_CRITERION).flat();
const rules = tables.flatMap((table) => Object.entries(table));

describe.each(rules)('the page of %s', (rule, sentence) => {
  const page = (): string => readFileSync(new URL(`${rule}.md`, folder), 'utf8');

  it('starts with the sentence that its rule has', () => {
    expect(page().startsWith(`# ${rule}\n\n${sentence}\n\n`)).toBe(true);
  });

  it('says why, shows it, and says what to do and how it is accepted', () => {
    expect([...page().matchAll(/^## (.+)$/gmu)].map(([, title]) => title)).toEqual([
      'Why',
      'Example',
      'What to do',
      'Accept it',
    ]);
    expect(page()).toMatch(/^```diff\n(?:[-+ ].*\n|\n)*[-+][^\n]*\n(?:.*\n)*?```$/mu);
    expect(page().split('\n').length).toBeLessThanOrEqual(60);
  });

  it('leads only to pages that are there', () => {
    const prose = page()
      .replace(/^```[\s\S]*?^```$/gmu, '')
      .replace(/`[^`\n]*`/gu, '');
    const links = [...prose.matchAll(/\]\((?!https:)([^)#]+)/gu)].map(([, link = '']) => link);
    for (const link of links) expect(() => readFileSync(new URL(link, folder))).not.toThrow();
  });
});

describe('when all pages are looked at', () => {
  it('no rule is in two tables, and each has a name like the others', () => {
    const names = rules.map(([rule]) => rule);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => !/^[a-z\d]+(?:-[a-z\d]+)*$/u.test(name))).toEqual([]);
  });

  it('every rule of a verdict is in one of the tables', () => {
    expect(rules.map(([rule]) => rule)).toEqual(expect.arrayContaining(Object.keys(VERDICT_RULES)));
  });

  it('no page is about a rule that there is not', () => {
    const known = new Set(rules.map(([rule]) => `${rule}.md`));
    expect(written.filter((file) => !known.has(file))).toEqual([]);
  });

  it('the index has each rule under its criterion; vitest -u writes it', async () => {
    await expect(indexText()).toMatchFileSnapshot(new URL('README.md', folder).pathname);
  });
});

function indexText(): string {
  const groups = Object.entries(RULES_BY_CRITERION).map(([criterion, of]) => {
    const lines = of
      .flatMap((table) => Object.entries(table))
      .map(([rule, said]) => `- [${rule}](${rule}.md): ${said}`);
    return `## ${criterion}\n\n${lines.join('\n')}\n`;
  });
  return [
    '# Rules\n',
    'What Pawl tells by rules of its own, by the exit criterion that it keeps from being met. Each page says why it matters, shows an example, and says what to do\nand how a person accepts it. What a scanner tells, the scanner explains.\n',
    ...groups,
  ].join('\n');
}
