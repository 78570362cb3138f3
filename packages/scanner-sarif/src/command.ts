import { AdapterError, type Command, type OwnFile, type ScanRequest, type Step } from '@pawl/scanner';
import type { SarifSettings } from './settings.ts';

const LIMITS = {
  timeoutMs: 15 * 60_000,
  maxOutputBytes: 128 * 1024 * 1024,
  maxMemoryBytes: 8 * 1024 * 1024 * 1024,
};

/** The command that tells the version, alone. */
export function versionCommand(name: string, settings: SarifSettings): Command {
  return { kind: 'command', steps: [versionStep(name, settings)], files: [], own: [], ...LIMITS, timeoutMs: 60_000 };
}

/** Each run asks the version first: a tool that was replaced since the lock is noticed although its log may not say. */
export function scanCommand(
  name: string,
  settings: SarifSettings,
  own: readonly OwnFile[],
  { files }: ScanRequest,
): Command {
  const scan: Step = { argv: nonEmpty(name, settings.command), okStatus: settings.okStatus ?? [0, 1] };
  const result = settings.result === undefined ? {} : { result: settings.result };
  return { kind: 'command', steps: [versionStep(name, settings), scan], files, own, ...result, ...LIMITS };
}

function versionStep(name: string, { command, version }: SarifSettings): Step {
  const [tool] = nonEmpty(name, command);
  return { argv: version === undefined ? [tool, '--version'] : nonEmpty(name, version), okStatus: [0] };
}

function nonEmpty(name: string, [tool, ...rest]: readonly string[]): readonly [string, ...string[]] {
  if (tool !== undefined && tool !== '') return [tool, ...rest];
  throw new AdapterError('tool-missing', `The scanner ${name} has a command that names no tool.`, {
    next: 'Write the tool and its arguments under "command".',
  });
}
