import { HARNESSES, type InstalledEvent } from '../../harness-facts.ts';
import type { HarnessId } from '../../harness-id.ts';
import { hookCommand, isOurs } from '../hook-command.ts';

export type Entry = Readonly<Record<string, unknown>>;

/** What one event's list holds of ours, in the words of the harness. */
export function entryFor(harness: HarnessId, installed: InstalledEvent, program: string): Entry {
  const command = hookCommand(program, harness, installed.event);
  const seconds = HARNESSES[harness].limits[installed.task].theirs;
  const matcher = installed.matcher === undefined ? {} : { matcher: installed.matcher };
  switch (harness) {
    case 'claude-code':
      return { ...matcher, hooks: [{ type: 'command', command, timeout: seconds, ...onFailure(installed) }] };
    case 'gemini':
      return { ...matcher, hooks: [{ name: 'pawl', type: 'command', command, timeout: (seconds ?? 60) * 1000 }] };
    case 'copilot':
      return { type: 'command', ...matcher, command, timeoutSec: seconds };
    case 'cursor': // the unit of its time limit is told differently in different places, so none is set
      return installed.failsShut === true ? { command, failClosed: true } : { command };
    case 'codex':
    case 'cline':
    case 'vscode':
    case 'opencode':
      return { ...matcher, type: 'command', command, timeout: seconds };
  }
}

function onFailure({ failsShut }: InstalledEvent): Entry {
  return failsShut === true ? { onFailure: 'block' } : {};
}

/** Whether an element of an event's list is ours: a hook, or a group in which every hook is. */
export function isOurEntry(element: unknown, harness: HarnessId): boolean {
  if (typeof element !== 'object' || element === null) return false;
  const { command, hooks } = element as { readonly command?: unknown; readonly hooks?: unknown };
  if (Array.isArray(hooks)) return hooks.length > 0 && hooks.every((hook) => isOurEntry(hook, harness));
  return isOurs(command, harness);
}
