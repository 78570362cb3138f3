import { describe, expect, it } from 'vitest';
import { rowLines } from './rows.ts';

const upper = (text: string): string => text.toUpperCase();

describe('when facts are told', () => {
  it('names stand on the left, and what is said is broken in its own column', () => {
    const rows = [
      { name: 'lock', says: 'main at 4f2d9c1be07a, sequence 2' },
      { name: '', says: 'since yesterday' },
      { name: 'branch', says: 'agent/x' },
    ];
    expect(rowLines(rows, 34)).toEqual([
      'lock    main at 4f2d9c1be07a,',
      '        sequence 2',
      '        since yesterday',
      'branch  agent/x',
    ]);
  });

  it('a command is not broken, and has a line of its own where there is no room', () => {
    const row = { name: 'case', says: 'read it:', command: 'pawl review 7a494716 --target main' };
    expect(rowLines([row], 80)).toEqual(['case  read it: pawl review 7a494716 --target main']);
    expect(rowLines([row], 30)).toEqual(['case  read it:', '      pawl review 7a494716 --target main']);
  });

  it('each line is painted by itself', () => {
    expect(rowLines([{ name: 'a', says: 'one two', paint: upper }], 80, upper)).toEqual(['A  ONE TWO']);
  });

  it('O08 what is said is made safe', () => {
    expect(rowLines([{ name: 'a', says: 'x\u001b[2J\n::error::', command: '\u202epawl' }], 80)).toEqual([
      'a  x\\u{1b}[2J\\n::error:: \\u{202e}pawl',
    ]);
  });
});
