import { isPlainSource, type Suppression } from '@pawl/findings';
import { attributesThatHide, isAttributes } from './attributes.ts';
import { hidesNothing } from './out-of-sight.ts';
import { linesIn, parseSettings } from './parse-settings.ts';
import { ABOUT_SECURITY } from './about-security.ts';
import { SETTINGS_FILES } from './rows.ts';
import type { SettingsFile, Silence } from './settings-file.ts';
import { isScript, suppressionsInScript } from './script-settings.ts';
import { canonical, isList, isMap, linesOfValue, type Value } from './value.ts';
import { type Place, placesAt, withoutPlaces } from './walk.ts';

/** What a settings file silences, and what else it says. */
export interface SettingsRead {
  readonly suppressions: readonly Suppression[];
  /** Two versions with an equal rest differ in what they silence or not at all. All of the text where it could not be read. */
  readonly rest: string;
}

/** A count in a file of settings is no reason to make a million of anything. */
const MOST_COPIES = 1_000;

/**
 * What a file that is no code tells scanners not to say; undefined for one that tells them nothing. A change of `rest` may silence,
 * too: that a person has to read.
 */
export async function suppressionsInSettings(file: string, text: string): Promise<SettingsRead | undefined> {
  if (isPlainSource(file)) return undefined;
  if (isAttributes(file)) return attributesThatHide(file, text);
  if (isScript(file)) return suppressionsInScript(file, text);
  const known = SETTINGS_FILES.find((one) => one.file.test(file));
  if (known === undefined) return undefined;
  const value = await parseSettings(formatOf(known, text), text);
  return value === undefined ? { suppressions: [], rest: unread(known, text) } : read(known, file, text, value);
}

/** Many tools take JSON for YAML and the other way round. */
function formatOf({ format }: SettingsFile, text: string): SettingsFile['format'] {
  if (format === 'json' && !/^\s*(?:[{[]|\/[/*])/u.test(text)) return 'yaml';
  return format;
}

function unread({ parts }: SettingsFile, text: string): string {
  const says = parts === undefined || parts.some((part) => text.includes(part.split('.').at(-1) ?? part));
  return says ? linesIn(text).join('\n') : '';
}

function read(known: SettingsFile, file: string, text: string, value: Value): SettingsRead {
  const taken = new Set<string>();
  const suppressions = known.silences.flatMap((silence) =>
    placesAt(value, silence.at).flatMap((place) => {
      const key = JSON.stringify(place.path);
      const silenced = taken.has(key) ? undefined : silencedBy(silence, place, known.tool);
      if (silenced === undefined) return [];
      taken.add(key);
      return silenced.map((one) => toSuppression(known.tool, file, text, one));
    }),
  );
  return { suppressions, rest: restOf(known, value, taken) };
}

interface Silenced {
  readonly rule: string | undefined;
  readonly code: string;
  readonly said: string;
}

/** Undefined for what is a setting like all; none for what silences nothing that matters. */
function silencedBy(silence: Silence, place: Place, tool: string): readonly Silenced[] | undefined {
  const { when, split, count, idle } = silence;
  if (idle) return [];
  if (split && typeof place.value !== 'string') return undefined;
  // An ignore file may take back what it said: that is read in its order.
  if (typeof place.value === 'string' && place.value.startsWith('!') && when === undefined) return undefined;
  if (when !== undefined && !when.test(canonical(place.value))) return undefined;
  const values = split && typeof place.value === 'string' ? partsOf(place.value) : [place.value];
  const copies = Math.min(MOST_COPIES, Math.max(1, Number(count === undefined ? 1 : numberIn(place, count)) || 1));
  const silenced = values.flatMap((value) => oneSilenced(value, place, silence, tool));
  return silenced.flatMap((one) => Array<Silenced>(copies).fill(one));
}

function numberIn({ value }: Place, key: string): Value | undefined {
  return isMap(value) ? value[key] : undefined;
}

function oneSilenced(
  value: Value,
  { keys, items }: Place,
  { rules, only, path, within, when }: Silence,
  tool: string,
): readonly Silenced[] {
  const said = canonical(value);
  // `src/a.py: S608, S602` in a list of texts.
  const pair = path && only && typeof value === 'string' ? /^([^:\s]+)\s*:\s*(\S.*)$/su.exec(value) : null;
  if (pair) return partsOf(pair[2] ?? '').flatMap((rule) => kept(rule, pair[1] ?? '', true, only, said));
  const rule = rules === 'value' ? said : rules === 'key' ? keys.at(-1) : undefined;
  const outer = rules === 'key' ? keys.slice(0, -1) : keys;
  const context = [...outer, ...contextOf(items, within)].join(' ');
  if (rules !== undefined) {
    const pattern = path ? (rules === 'key' ? said : context) : undefined;
    const holds = rules === 'key' && (isMap(value) || (isList(value) && when === undefined)) ? countless(value) : '';
    const code = [context, holds === '{}' ? '' : holds].filter((part) => part !== '').join(' ');
    return kept(rule ?? '', pattern ?? code, pattern !== undefined, only, said);
  }
  if (path && hidesNothing(said, tool)) return [];
  return [{ rule: undefined, code: [context, countless(value)].filter((part) => part !== '').join(' '), said }];
}

function kept(
  rule: string,
  code: string,
  isPath: boolean,
  only: RegExp | undefined,
  said: string,
): readonly Silenced[] {
  if (only !== undefined && !only.test(rule)) return [];
  return isPath && code !== '' && hidesNothing(code) ? [] : [{ rule, code, said }];
}

function countless(value: Value): string {
  if (!isMap(value)) return canonical(value);
  return canonical(Object.fromEntries(Object.entries(value).filter(([key]) => key !== 'count')));
}

function contextOf(items: readonly Value[], within: readonly string[] | undefined): readonly string[] {
  return (within ?? []).flatMap((key) => {
    const said = items.flatMap((item) => (isMap(item) && item[key] !== undefined ? [item[key]] : []))[0];
    return said === undefined ? [] : [canonical(said)];
  });
}

function partsOf(text: string): readonly string[] {
  // `a.py: S1, S2` on a line of its own is one part.
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines
    .flatMap((line) => (/^[^:,]+:\s*[A-Z]/u.test(line) ? [line.trim()] : line.split(/[,;\s]+/u)))
    .filter((part) => part !== '');
}

function toSuppression(tool: string, file: string, text: string, { rule, code, said }: Silenced): Suppression {
  return {
    tool,
    rules: rule === undefined || rule === '' ? [] : [rule],
    scope: 'file',
    code,
    text: (rule === undefined || said.includes(rule) ? said : `${rule}: ${said}`).slice(0, 300),
    location: { file, line: lineOf(text, [rule ?? '', code, said, ...longestFirst(said)]), symbol: '' },
  };
}

/** What an item says, without the keys: the longest of it is in the text once. */
function longestFirst(said: string): readonly string[] {
  return said
    .split(/[{}[\],]|:(?!\/)/u)
    .filter((word) => word.length > 3)
    .sort((a, b) => b.length - a.length);
}

/** A file of settings longer than this is a list that nobody reads by its lines. */
const LONG = 100_000;

function lineOf(text: string, words: readonly string[]): number {
  if (text.length > LONG) return 1;
  for (const word of words) {
    const at = word === '' ? -1 : text.indexOf(word);
    if (at !== -1) return text.slice(0, at).split('\n').length;
  }
  return 1;
}

function restOf({ parts, style }: SettingsFile, value: Value, taken: ReadonlySet<string>): string {
  const lines = linesOfValue(withoutPlaces(value, taken) ?? {});
  const wanted = lines.filter((line) => parts === undefined || parts.some((part) => startsWith(line, part)));
  return wanted.filter((line) => !style || ABOUT_SECURITY.test(line)).join('\n');
}

function startsWith(line: string, part: string): boolean {
  return line.startsWith(part) && /^[.[: ]/u.test(line.slice(part.length));
}
