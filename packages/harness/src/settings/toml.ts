import { isDeepStrictEqual } from 'node:util';
import { parse } from 'smol-toml';
import { HarnessError } from '../harness-error.ts';
import { HARNESSES } from '../harness-facts.ts';
import type { HarnessId } from '../harness-id.ts';
import { hookCommand, isOurs } from './hook-command.ts';
import { damaged, findMarked, type Marked, markedBlock } from './marked-block.ts';
import { type SettingsPlan, settingsPlan } from './settings-plan.ts';

type Table = Readonly<Record<string, unknown>>;

/** Codex CLI: a marked block of `[[hooks.<Event>]]` tables, at its place or at the end of the file. */
export function installToml(
  harness: HarnessId,
  file: string,
  existing: string | undefined,
  program: string,
): SettingsPlan {
  const marked = readMarked(existing ?? '', file);
  const eol = existing?.includes('\r\n') === true ? '\r\n' : '\n';
  const block = markedBlock(marked.before, blockLines(harness, program), eol);
  const text = marked.before + block + marked.after;
  if (existing !== undefined) refuseCollateral(harness, file, existing, text);
  return settingsPlan(file, existing, text, { notes: notesOn(file, text) });
}

export function uninstallToml(harness: HarnessId, file: string, existing: string | undefined): SettingsPlan {
  if (existing === undefined) return settingsPlan(file, existing, undefined);
  const { before, block, after } = readMarked(existing, file);
  const text = before + after;
  refuseCollateral(harness, file, existing, text);
  // A file that nothing but our block was in is ours.
  return settingsPlan(file, existing, block !== undefined && text === '' ? undefined : text);
}

function readMarked(text: string, file: string): Marked {
  parseToml(text, file);
  return findMarked(text, file);
}

function blockLines(harness: HarnessId, program: string): readonly string[] {
  const { installs, limits } = HARNESSES[harness];
  return [
    '# Pawl ends the turn when security slips back. Written by `pawl init`; keep these lines together.',
    ...installs.flatMap(({ event, task }) => [
      `[[hooks.${event}]]`,
      `[[hooks.${event}.hooks]]`,
      'type = "command"',
      `command = ${JSON.stringify(hookCommand(program, harness, event))}`,
      `timeout = ${limits[task].theirs}`,
    ]),
  ];
}

/**
 * What the file says, ours aside, must be what it said. That fails where a key was added behind our block, because it then
 * belongs to our last table, and where hooks of ours stand outside the block, because another program wrote the file anew.
 */
function refuseCollateral(harness: HarnessId, file: string, before: string, after: string): void {
  const meaning = (text: string): unknown => withoutOurs(parseToml(text, file), harness);
  if (isDeepStrictEqual(meaning(before), meaning(after)) && !holdsOurs(harness, file, after)) return;
  throw damaged(`${file}: Pawl's lines were edited or moved, so they cannot be changed without touching others.`, file);
}

/** Whether one of our hooks stands outside the block. */
function holdsOurs(harness: HarnessId, file: string, text: string): boolean {
  const { before, after } = findMarked(text, file);
  const outside = tablesOf(parseToml(before + after, file));
  return outside.some((entry) => JSON.stringify(entry) !== JSON.stringify(stripped(entry, harness)));
}

function tablesOf(settings: Table): readonly unknown[] {
  return Object.values((settings['hooks'] ?? {}) as Table).filter((list) => Array.isArray(list));
}

function withoutOurs(settings: Table, harness: HarnessId): unknown {
  const { hooks, ...others } = settings;
  const lists = Object.entries((hooks ?? {}) as Table).map(([event, list]) => [event, stripped(list, harness)]);
  return [others, Object.fromEntries(lists.filter(([, list]) => !Array.isArray(list) || list.length > 0))];
}

function stripped(list: unknown, harness: HarnessId): unknown {
  if (!Array.isArray(list)) return list;
  return list.filter((group) => {
    const hooks = (group as Table)['hooks'];
    return !(Array.isArray(hooks) && hooks.length > 0 && hooks.every((hook) => isOurHook(hook as Table, harness)));
  });
}

/** Ours as we wrote it: with a key of somebody else's in it, it is no longer only ours. */
function isOurHook(hook: Table, harness: HarnessId): boolean {
  return isOurs(hook['command'], harness) && Object.keys(hook).sort().join() === 'command,timeout,type';
}

function parseToml(text: string, file: string): Table {
  try {
    return parse(text.replace(/^\uFEFF/u, ''));
  } catch (cause) {
    const line = (cause as { readonly line?: number }).line;
    const where = line === undefined ? '' : `, line ${line}`;
    throw new HarnessError('broken-settings', `${file} does not parse as TOML${where}.`, {
      next: `Mend or remove ${file}, then run this again. If it was whole before, its "hooks" leave no room for more.`,
      cause,
    });
  }
}

function notesOn(file: string, text: string): readonly string[] {
  const features = parseToml(text, file)['features'] as Table | undefined;
  const off = features?.['hooks'] === false || features?.['codex_hooks'] === false;
  return off ? [`${file} switches hooks off under [features]: Codex CLI runs none until that goes.`] : [];
}
