import { isMap, toValue, type Value } from './value.ts';
import { parseXml } from './parse-xml.ts';

export type Format = 'json' | 'yaml' | 'toml' | 'ini' | 'xml' | 'lines';

/** Larger settings are data that somebody generated: nobody reads them entry by entry. */
const MOST = 2_000_000;

/** What a settings file says; undefined where it cannot be read as what it is. */
export async function parseSettings(format: Format, text: string): Promise<Value | undefined> {
  if (text.length > MOST) return undefined;
  try {
    return await PARSERS[format](text);
  } catch {
    // What no parser takes is compared as it stands: any change to it is one for a person.
    return undefined;
  }
}

const PARSERS: Readonly<Record<Format, (text: string) => Promise<Value | undefined> | Value | undefined>> = {
  json: async (text) => {
    const { parse } = await import('jsonc-parser');
    const errors: unknown[] = [];
    const data: unknown = parse(text, errors as never[], { allowTrailingComma: true });
    return errors.length > 0 ? undefined : toValue(data);
  },
  yaml: async (text) => {
    const { parse } = await import('yaml');
    return toValue(parse(text, { maxAliasCount: 100, uniqueKeys: true, logLevel: 'error' }) ?? {});
  },
  toml: async (text) => {
    const { parse } = await import('smol-toml');
    return toValue(parse(text));
  },
  ini: parseIni,
  xml: parseXml,
  lines: (text) => ({ line: linesIn(text) }),
};

/** Lines that say something. */
export function linesIn(text: string): readonly string[] {
  return text
    .split(/\r\n|\r|\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !/^(?:#(?!!)|\/\/)/u.test(line));
}

/** Sections of keys. A value goes on over the lines that are indented. */
function parseIni(text: string): Value {
  const sections: Record<string, Record<string, string>> = Object.create(null) as Record<
    string,
    Record<string, string>
  >;
  let name = '';
  let key: string | undefined;
  for (const line of text.split(/\r\n|\r|\n/u)) {
    const header = /^\[([^\]]*)\]/u.exec(line)?.[1];
    const pair = /^([^\s=:#;[][^=:]*?)\s*[=:]\s*(.*)$/u.exec(line);
    if (/^\s*(?:[#;!]|$)/u.test(line)) continue;
    if (header !== undefined) [name, key] = [header.trim(), undefined];
    else if (/^\s/u.test(line) && key !== undefined) addTo(sections, name, key, `\n${line.trim()}`);
    else if (pair) {
      key = pair[1] ?? '';
      addTo(sections, name, key, pair[2] ?? '');
    } else return { '': line, ...asValue(text) };
  }
  return sections;
}

function asValue(text: string): Readonly<Record<string, Value>> {
  const value: Value = { line: linesIn(text) };
  return isMap(value) ? value : {};
}

function addTo(sections: Record<string, Record<string, string>>, name: string, key: string, text: string): void {
  const section = (sections[name] ??= Object.create(null) as Record<string, string>);
  // A comment may stand behind a value.
  section[key] = (section[key] ?? '') + text.replace(/\s[#;].*$/u, '');
}
