import { describe, expect, it } from 'vitest';
import { HooksError } from './hooks-error.ts';
import { pawlBlock, placeBlock } from './pawl-block.ts';

const block = pawlBlock('pre-commit');
const place = (script: string) => placeBlock(script, 'pre-commit', '.husky/pre-commit');

describe('when a script has no block', () => {
  it.each([
    ['an empty file', '', ''],
    ['commands', 'npm test\n', 'npm test\n'],
    ['a last line without an end', 'npm test', 'npm test\n'],
    ['CRLF line ends', 'npm test\r\n', 'npm test\r\n'],
  ])('appends it to %s', (_, script, before) => {
    expect(place(script)).toEqual({ text: before + block, notes: [] });
  });

  it.each(['exit 0\n', 'exec npm test\n', 'exit\r\n'])('says that %j ends the script before it', (script) => {
    expect(place(script).notes).toHaveLength(1);
  });

  it.each(['exec </dev/tty\n', 'exec 2>&1\n', 'if x; then\n  exit 1\nfi\n'])('says nothing of %j', (script) => {
    expect(place(script).notes).toEqual([]);
  });
});

describe('when a script has a block', () => {
  const old = '# >>> pawl\nsomething older\n# <<< pawl\n';

  it('changes nothing if it is the same', () => {
    expect(place(`a\n${block}`).text).toBe(`a\n${block}`);
  });

  it.each([
    ['older', old],
    ['with CRLF line ends, which a shell cannot read', block.replaceAll('\n', '\r\n')],
    ['without a last line end', old.trimEnd()],
  ])('replaces it at its place if it is %s', (_, present) => {
    expect(place(`a\n${present}`)).toEqual({ text: `a\n${block}`, notes: [] });
  });

  it('leaves what follows it and says that it is not last', () => {
    const { text, notes } = place(`a\n${old}# said\nb\n`);
    expect(text).toBe(`a\n${block}# said\nb\n`);
    expect(notes).toHaveLength(1);
  });

  it('does not mind comments and blank lines after it', () => {
    expect(place(`${old}\n# said\n`).notes).toEqual([]);
  });

  it.each([
    ['an end is missing', '# >>> pawl\na\n'],
    ['a start is missing', 'a\n# <<< pawl\n'],
    ['they stand the wrong way round', '# <<< pawl\n# >>> pawl\n'],
    ['there are two', old + old],
  ])('touches nothing when %s', (_, script) => {
    expect(() => place(script)).toThrow(HooksError);
    expect(() => place(script)).toThrow(expect.objectContaining({ code: 'damaged-block' }));
  });

  it('does not take a marker inside a line for one', () => {
    expect(place('echo "# >>> pawl"\n').text).toBe(`echo "# >>> pawl"\n${block}`);
  });
});
