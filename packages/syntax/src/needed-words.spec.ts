import { describe, expect, it } from 'vitest';
import { neededWords } from './needed-words.ts';

describe('when a pattern is asked for the words that it cannot match without', () => {
  it.each<[string, RegExp, readonly string[] | undefined]>([
    ['letters', /safe_load/u, ['safe_load']],
    ['letters in lower case', /execFile/u, ['execfile']],
    ['signs that are escaped', /os\.path\(/u, ['os.path(']],
    ['one word of each alternative', /eval|exec/u, ['eval', 'exec']],
    ['nothing where one alternative needs nothing', /eval|\w+/u, undefined],
    ['the alternatives inside a group', /^(?:load|dump)\d/u, ['load', 'dump']],
    ['the part that tells most', /a\w+(?:verify|validate)\w/u, ['verify', 'validate']],
    ['what stands before a letter that may be absent', /colou?r/u, ['colo']],
    ['a letter that is repeated, but not past it', /abc+de/u, ['abc']],
    ['nothing of a group that may be absent', /(?:verify)?x/u, ['x']],
    ['nothing of a group that may be there no times', /(?:verify){0,3}x/u, ['x']],
    ['a group that is there at least once', /(?:verify){1,3}x/u, ['verify']],
    ['a letter in either case', /[vV]alidate/u, ['validate']],
    ['nothing of a class', /[abc]x/u, ['x']],
    ['nothing of what must not follow', /x(?!verify)/u, ['x']],
    ['nothing of what must follow or precede', /(?<=verify)x(?=verify)/u, ['x']],
    ['a group with a name', /(?<name>verify)/u, ['verify']],
    ['letters across places between letters', /^\bverify\b$/u, ['verify']],
    ['nothing of an escape that stands for several', /\w\d\s\p{L}\u{61}\u0061\x61\cA/u, undefined],
    ['nothing of a repetition of a group', /(?<a>x)\1\k<a>/u, ['x']],
    ['nothing of letters that are no ASCII', /größe/u, ['gr']],
    ['nothing of white space', /not in x/u, ['not']],
    ['a bracket in a class', /[\]|)]verify/u, ['verify']],
  ])('gives %s', (_what, pattern, words) => {
    expect(neededWords(pattern)).toEqual(words);
  });
});
