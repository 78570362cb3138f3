import { createHash } from 'node:crypto';
import { AdapterError, type CommandResult, type OwnFile } from '@pawl/scanner';
import type { SarifSettings } from './settings.ts';

/** What a tool answered when it was asked for its version: on stderr where it prints nothing on stdout, as Java does. */
export function versionText(name: string, { steps }: CommandResult): string {
  const told = steps[0]?.stdout.trim() || steps[0]?.stderr.trim();
  if (told) return told;
  throw new AdapterError('version-unreadable', `The tool of ${name} does not say which version it is.`, {
    next: 'Write under "version" the command that tells it.',
  });
}

/** The part of that answer that looks like a version, else its first line. */
export function versionIn(text: string): string {
  const [number] = /\d+(?:\.\d+)+(?:[-+][\w.+-]+)?/u.exec(text) ?? text.split(/\r\n|\r|\n/u, 1);
  return number as string;
}

/** Whether an answer names a version as a whole word: `1.2` is not in `11.2` and not in `1.2.3`. */
export function says(text: string, version: string): boolean {
  const word = version.trim().replace(/^v(?=\d)/iu, '');
  const isPart = (character: string | undefined): boolean => character !== undefined && /[\d.]/u.test(character);
  for (let at = text.indexOf(word); word !== '' && at >= 0; at = text.indexOf(word, at + 1)) {
    const after = text.slice(at + word.length, at + word.length + 2);
    if (!isPart(text[at - 1]) && !/^(?:\d|\.\d)/u.test(after)) return true;
  }
  return false;
}

/** Counts into every digest: raise it when findings or coverage come out otherwise from the same log. */
const ADAPTER_VERSION = '0.2.0';

/** Over all that decides what the tool finds: what it says of its version, how it is called, and its rules. */
export function digestOf(settings: SarifSettings, own: readonly OwnFile[], text: string): string {
  const { command, result, version, files, okStatus } = settings;
  const parts = [
    ADAPTER_VERSION,
    text,
    command,
    result,
    version,
    files,
    okStatus,
    own.map(({ name, text: rule }) => [name, rule]),
  ];
  return createHash('sha256')
    .update(JSON.stringify(parts.map((part) => part ?? null)))
    .digest('hex');
}
