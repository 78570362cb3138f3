import { SarifError } from './sarif-error.ts';

/** Real logs stay below forty levels. The limit keeps a hostile one from exhausting the stack of whoever walks it. */
const MAX_DEPTH = 200;

/** By number and not by character: logs of a hundred megabytes are real. */
const [QUOTE, BACKSLASH, COMMA, OPEN_OBJECT, CLOSE_OBJECT, OPEN_LIST, CLOSE_LIST] = [
  0x22, 0x5c, 0x2c, 0x7b, 0x7d, 0x5b, 0x5d,
];

/**
 * Looks at the raw text for what `JSON.parse` lets pass: a key that stands twice in one object (the last one wins here,
 * the first one elsewhere), the key `__proto__`, and nesting without end. One sweep, no recursion. Whether the text is
 * JSON at all is for `JSON.parse` to say. Any other JSON that a tool prints can be looked at in the same way.
 *
 * @throws SarifError `duplicate-key`, `forbidden-key` or `too-deep`; `not-json` for a key that is no JSON string.
 */
export function guardJson(text: string): void {
  /** One entry for each open bracket: the keys of an object so far, `null` for a list. */
  const open: (Set<string> | null)[] = [];
  let expectsKey = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      const end = endOfString(text, at);
      if (expectsKey) addKey(open.at(-1), text.slice(at, end + 1));
      expectsKey = false;
      at = end;
    } else if (code === OPEN_OBJECT || code === OPEN_LIST) {
      if (open.length === MAX_DEPTH)
        throw new SarifError('too-deep', `The log is nested deeper than ${MAX_DEPTH} levels.`);
      expectsKey = code === OPEN_OBJECT;
      open.push(expectsKey ? new Set() : null);
    } else if (code === CLOSE_OBJECT || code === CLOSE_LIST) {
      open.pop();
      expectsKey = false;
    } else if (code === COMMA) {
      expectsKey = open.at(-1) instanceof Set;
    }
  }
}

/** The position of the closing quote, or the end of the text where there is none. */
function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text.charCodeAt(at) !== QUOTE) at += text.charCodeAt(at) === BACKSLASH ? 2 : 1;
  return at;
}

function addKey(keys: Set<string> | null | undefined, quoted: string): void {
  if (!keys) return;
  const key = quoted.includes('\\') ? unescape(quoted) : quoted.slice(1, -1);
  if (key === '__proto__') throw new SarifError('forbidden-key', 'The log has a key named __proto__.');
  if (keys.has(key))
    throw new SarifError('duplicate-key', `The key ${JSON.stringify(key)} stands twice in one object.`);
  keys.add(key);
}

/** `"\u0061"` and `"a"` are the same key. */
function unescape(quoted: string): string {
  try {
    return String(JSON.parse(quoted));
  } catch (cause) {
    throw new SarifError('not-json', 'The log has a key that is not a JSON string.', { cause });
  }
}
