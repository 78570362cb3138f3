import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DEFENCES } from './defences.ts';

const folder = new URL('cases/', import.meta.url);
const expected = readdirSync(folder).flatMap(
  (name) => JSON.parse(readFileSync(new URL(`${name}/expected.json`, folder), 'utf8')) as { rule: string }[],
);
const rules = Object.values(DEFENCES).flatMap((defence) => Object.entries(defence.rules));

describe('when the defences are registered', () => {
  it('has one owner for each rule', () => {
    expect(new Set(rules.map(([rule]) => rule)).size).toBe(rules.length);
  });

  it.each(rules)('%s says what it means', (_rule, meaning) => {
    expect(meaning).toMatch(/^[A-Z].*\.$/u);
  });

  it.each(rules)('%s has a case that stops', (rule) => {
    expect(expected.map((each) => each.rule)).toContain(rule);
  });

  it.each(Object.entries(DEFENCES))('%s says nothing about no change', (_name, defence) => {
    expect(defence.judge({ pairs: [] })).toEqual([]);
  });
});
