import type { Suppression } from '@pawl/findings';
import { suppressionsInSettings } from '@pawl/invariants';
import type { GateChange } from '@pawl/verdict';
import type { ChangedFile } from './read-change.ts';
import type { Version } from './version.ts';

export interface Settled {
  readonly gateChanges: readonly GateChange[];
  readonly suppressions: readonly Suppression[];
}

/**
 * A change to the settings of a scanner is one thing to tell. Where it silences something new, that is said of it; where all that differs is
 * understood, and silences nothing new, it is told of no more: to take a suppression back is welcome.
 */
export async function settleSettings(
  changes: readonly GateChange[],
  suppressions: readonly Suppression[],
  files: readonly ChangedFile[],
): Promise<Settled> {
  const settings = new Set(changes.filter(isAboutScanners).map(({ file }) => file));
  const told = await Promise.all(
    changes.map(async (change): Promise<readonly GateChange[]> => {
      if (!isAboutScanners(change)) return [change];
      const silenced = suppressions.filter(({ location }) => location.file === change.file);
      if (silenced.length > 0) return [{ ...change, what: silenced.map(whatIsSilenced).join('; ') }];
      return (await isUnderstood(change.file, files)) ? [] : [change];
    }),
  );
  return {
    gateChanges: told.flat(),
    suppressions: suppressions.filter(({ location }) => !settings.has(location.file)),
  };
}

function isAboutScanners({ rule }: GateChange): boolean {
  return rule === 'scanner-settings';
}

function whatIsSilenced({ tool, rules, text }: Suppression): string {
  const what = rules.length === 0 ? 'every rule' : rules.join(', ');
  return `${what} of ${tool} is newly silenced: ${text}`;
}

/** Whether both versions say the same but for what they silence. */
async function isUnderstood(file: string, files: readonly ChangedFile[]): Promise<boolean> {
  const restOf = async (version: Version | undefined): Promise<string | undefined> => {
    if (version === undefined) return '';
    return version.kind === 'text' ? (await suppressionsInSettings(file, version.text))?.rest : undefined;
  };
  const [base, head] = [sideOf(files, file, 'base'), sideOf(files, file, 'head')];
  const [before, after] = [await restOf(base), await restOf(head)];
  return before !== undefined && before === after;
}

function sideOf(files: readonly ChangedFile[], file: string, side: 'base' | 'head'): Version | undefined {
  return files.map((each) => each[side]).find((version) => version?.file === file);
}
