import { describe, expect, it } from 'vitest';
import { prepareManifest } from './prepare-script.ts';

const PAWL = '"devDependencies": { "pawl": "1.0.0" }';

describe('when a project depends on pawl', () => {
  it.each([
    ['has no script', `{\n  ${PAWL}\n}\n`, 'pawl init --hooks-only'],
    [
      'has husky and no script',
      '{ "devDependencies": { "pawl": "1", "husky": "9" } }',
      'husky && pawl init --hooks-only',
    ],
    [
      'runs just lefthook',
      `{ "scripts": { "prepare": "lefthook install" }, ${PAWL} }`,
      'lefthook install && pawl init --hooks-only',
    ],
    ['runs just husky', `{ "scripts": { "prepare": "husky" }, ${PAWL} }`, 'husky && pawl init --hooks-only'],
  ])('sets the hooks up at install if it %s', (_, text, expected) => {
    const { text: written, notes } = prepareManifest(text);
    expect(JSON.parse(written)).toMatchObject({ scripts: { prepare: expected } });
    expect(notes).toEqual([]);
    expect(prepareManifest(written)).toEqual({ text: written, notes: [] });
  });

  it.each([
    ['yarn@4.9.1', 'postinstall'],
    ['yarn@1.22.22', 'prepare'],
    ['pnpm@10.0.0', 'prepare'],
  ])('writes the script that %s runs at install: %s', (packageManager, name) => {
    const text = `{ "packageManager": "${packageManager}", ${PAWL} }`;
    expect(JSON.parse(prepareManifest(text).text)).toMatchObject({ scripts: { [name]: 'pawl init --hooks-only' } });
  });

  it('keeps tabs, line ends and the order of keys', () => {
    const text =
      '{\r\n\t"scripts": {\r\n\t\t"prepare": "husky",\r\n\t\t"a": "b"\r\n\t},\r\n\t"dependencies": { "pawl": "1" }\r\n}';
    expect(prepareManifest(text).text).toBe(text.replace('"husky"', '"husky && pawl init --hooks-only"'));
  });

  it('leaves a script that somebody wrote and says what to add', () => {
    const text = `{ "scripts": { "prepare": "husky && build" }, ${PAWL} }`;
    expect(prepareManifest(text)).toMatchObject({ text, notes: [expect.stringContaining('pawl init --hooks-only')] });
  });
});

describe('when it is not ours to change', () => {
  it('leaves a project that does not depend on pawl', () => {
    const text = '{ "scripts": { "prepare": "husky" } }';
    expect(prepareManifest(text)).toEqual({ text, notes: [] });
  });

  it.each(['', '{', `{ ${PAWL}, }`, `\ufeff{ ${PAWL} }`, `{ ${PAWL} } x`])(
    'leaves %j, which is not JSON, and says so',
    (text) => {
      const result = prepareManifest(text);
      expect(result.text).toBe(text);
      expect(result.notes).toHaveLength(1);
    },
  );
});
