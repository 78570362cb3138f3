// @ts-expect-error The plugin comes without types.
import security from 'eslint-plugin-security';
import { describe, expect, it } from 'vitest';
import { ruleNotes } from './rule-notes.ts';
import { RULES } from './rules.ts';

const noteOf = (id: string) => ruleNotes.find(({ rule }) => rule === id);

describe('when somebody asks what a rule about JavaScript is', () => {
  it('one of the plugin has its page, and is found by the names that it has there', () => {
    expect(noteOf('child-process-exec')).toMatchObject({
      severity: 'critical',
      page: 'https://github.com/eslint-community/eslint-plugin-security/blob/main/docs/rules/detect-child-process.md',
      also: ['detect-child-process', 'security/detect-child-process', 'eslint-plugin-security/detect-child-process'],
    });
  });

  it('one of ESLint has its page there, and one of ours has none', () => {
    expect(noteOf('eval')?.page).toBe('https://eslint.org/docs/latest/rules/no-eval');
    expect(noteOf('tls-unverified')?.page).toBeUndefined();
  });

  it('one that is left out says why', () => {
    expect(noteOf('security/detect-object-injection')?.leftOut).toMatch(/ordinary commit/u);
  });

  it('every rule of ours is there, and every one of the plugin is found by its name', () => {
    expect(ruleNotes.map(({ rule }) => rule)).toEqual(expect.arrayContaining(RULES.map(({ id }) => id)));
    const names = ruleNotes.flatMap(({ also = [] }) => also);
    expect(Object.keys(security.rules ?? {}).filter((name) => !names.includes(name))).toEqual([]);
  });
});
