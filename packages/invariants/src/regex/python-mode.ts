import { refused } from './python-cursor.ts';
import { RegexError } from './regex-error.ts';

/** What flags make of the syntax that follows. */
export interface Mode {
  readonly ignoreCase: boolean;
  readonly multiline: boolean;
  readonly dotAll: boolean;
  readonly verbose: boolean;
  /** Whether `\w` and the like are those of ASCII. */
  readonly ascii: boolean;
  /** The flag that makes JavaScript see characters as Python does: none for ASCII without case. */
  readonly alphabet: '' | 'u' | 'v';
  /** The mode inside `(?on-off:…)`. @throws RegexError where case is not ignored, or is, in a part only. */
  within(on: string, off: string): Mode;
}

/** Flags for the whole expression may also stand in it, up to Python 3.10 anywhere. */
const wholeFlags = /\\[^]|\[\^?\]?(?:\\[^]|[^\]\\])*\]|\(\?([aiLmsux]+)\)/g;

/** @throws RegexError `unsupported` for what depends on the locale of the process. */
export function modeOf(source: string, flags: string): Mode {
  const all = flags + [...source.matchAll(wholeFlags)].map(([, inline = '']) => inline).join('');
  const unknown = [...all].find((flag) => !'aimsux'.includes(flag));
  if (unknown !== undefined) throw notUnderstood(`the flag ${unknown}`);
  const ascii = all.includes('a');
  const ignoreCase = all.includes('i');
  // Without `u`, JavaScript folds the case of no letter beyond ASCII into ASCII, as Python does for bytes.
  if (ascii && ignoreCase && /[^\0-\x7f]|\\[uU]/.test(source)) throw notUnderstood('letters that ASCII does not have');
  const alphabet = ascii && ignoreCase ? '' : /\\[WDS]/.test(source) ? 'v' : 'u';
  return modeWith(all, { ignoreCase, ascii, alphabet });
}

type Fixed = Pick<Mode, 'ignoreCase' | 'ascii' | 'alphabet'>;

function modeWith(flags: string, fixed: Fixed): Mode {
  return {
    ...fixed,
    multiline: flags.includes('m'),
    dotAll: flags.includes('s'),
    verbose: flags.includes('x'),
    within: (on, off) => {
      if (/[^imsx]/.test(on + off)) throw notUnderstood('this flag for a part of the pattern');
      const ignored = off.includes('i') ? false : fixed.ignoreCase || on.includes('i');
      if (ignored !== fixed.ignoreCase) throw notUnderstood('case that is ignored in a part of the pattern');
      if ([...on].some((flag) => off.includes(flag))) throw refused('a flag turned on and off');
      return modeWith([...(flags + on)].filter((flag) => !off.includes(flag)).join(''), fixed);
    },
  };
}

export function notUnderstood(what: string): RegexError {
  return new RegexError('unsupported', `JavaScript has no way to say ${what}.`);
}
