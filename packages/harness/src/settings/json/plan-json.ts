import { isDeepStrictEqual } from 'node:util';
import { HARNESSES } from '../../harness-facts.ts';
import type { HarnessId } from '../../harness-id.ts';
import { type SettingsPlan, settingsPlan } from '../settings-plan.ts';
import { addEntries, freshSettings } from './add-entries.ts';
import { isOurEntry } from './entry.ts';
import { misshapen, parseJson, valueOf } from './parse-json.ts';
import { removeEntries } from './remove-entries.ts';
import { needsVersion, wantedEntries } from './wanted.ts';

const BOM = '\uFEFF';

export function installJson(
  harness: HarnessId,
  file: string,
  existing: string | undefined,
  program: string,
): SettingsPlan {
  const wanted = wantedEntries(harness, program);
  const fresh = freshSettings(wanted, needsVersion(harness));
  if (existing === undefined) return settingsPlan(file, existing, fresh);

  const [mark, body] = splitMark(existing);
  const keeps = (event: string, entry: unknown): boolean =>
    wanted.some(([name, ours]) => name === event && isDeepStrictEqual(entry, ours));
  const cleared = removeEntries(body, { file, harness, keeps });
  const text = cleared === undefined ? fresh : addEntries(cleared, file, wanted);
  refuseCollateral(harness, file, body, text);
  return settingsPlan(file, existing, mark + text, { notes: notesOn(harness, file, text) });
}

export function uninstallJson(harness: HarnessId, file: string, existing: string | undefined): SettingsPlan {
  if (existing === undefined) return settingsPlan(file, existing, undefined);
  const [mark, body] = splitMark(existing);
  const text = removeEntries(body, { file, harness, keeps: () => false });
  if (text !== undefined) refuseCollateral(harness, file, body, text);
  return settingsPlan(file, existing, text === undefined ? undefined : mark + text);
}

function splitMark(text: string): readonly [mark: string, body: string] {
  return text.startsWith(BOM) ? [BOM, text.slice(1)] : ['', text];
}

/** The last check before a text is handed out: what the file says, ours aside, is what it said. */
function refuseCollateral(harness: HarnessId, file: string, before: string, after: string): void {
  const meaning = (text: string): unknown => withoutOurs(valueOf(parseJson(text, file)) as Settings, harness);
  if (isDeepStrictEqual(meaning(before), meaning(after))) return;
  throw misshapen(
    `Pawl's hooks in ${file} stand where they cannot be changed without touching what is beside them.`,
    file,
  );
}

/** Lists of hooks that are empty come and go with ours, and so does a version that we wrote. */
function withoutOurs(settings: Settings, harness: HarnessId): unknown {
  const { hooks, version, ...others } = settings;
  const lists = Object.entries(isSettings(hooks) ? hooks : {}).map(([event, list]) => [
    event,
    Array.isArray(list) ? theirs(list, harness) : list,
  ]);
  const filled = lists.filter(([, list]) => !Array.isArray(list) || list.length > 0);
  return [others, version === 1 ? undefined : version, Object.fromEntries(filled)];
}

function theirs(list: readonly unknown[], harness: HarnessId): readonly unknown[] {
  return list
    .filter((entry) => !isOurEntry(entry, harness))
    .map((entry) =>
      isSettings(entry) && Array.isArray(entry['hooks']) ? { ...entry, hooks: theirs(entry['hooks'], harness) } : entry,
    );
}

type Settings = Readonly<Record<string, unknown>>;

function isSettings(value: unknown): value is Settings {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function notesOn(harness: HarnessId, file: string, text: string): readonly string[] {
  const root = valueOf(parseJson(text, file)) as Settings;
  const { title } = HARNESSES[harness];
  return [
    ...(root['disableAllHooks'] === true
      ? [`${file} sets "disableAllHooks": ${title} runs no hook until that goes.`]
      : []),
    ...(needsVersion(harness) && root['version'] !== 1
      ? [`${file} does not say "version": 1: ${title} may pass over the whole file.`]
      : []),
  ];
}
