import type { CommandResult, Pin, PinningDoor, ScanRequest, SourceFile } from '@pawl/scanner';
import type { SarifSettings } from './settings.ts';
import { digestOf, versionIn } from './version.ts';

/** A tool that does not exist, and what it says. */
export const VERSION_TEXT = 'toy version 1.4.2 (built by hand)';
export const FOLDER = '/tmp/pawl x/files';

export const settings: SarifSettings = {
  command: ['toy', 'scan', '--sarif={out}/toy.sarif', '{files}'],
  result: 'toy.sarif',
};

export const source = (file: string, text = 'first\nsecond\n'): SourceFile => ({ file, blob: `blob of ${file}`, text });

export const request: ScanRequest = { files: [source('src/a.toy'), source('b.toy'), source('README.md')] };

export function pinOf(own: SarifSettings = settings, text: string = VERSION_TEXT): Pin {
  return { version: versionIn(text), rulesDigest: digestOf(own, [], text), rules: [] };
}

export function ran(result: string, version: string = VERSION_TEXT): CommandResult {
  const steps = [
    { status: 0, stdout: `${version}\n`, stderr: '' },
    { status: 0, stdout: '', stderr: '' },
  ];
  return { steps, result, folder: FOLDER };
}

/** A door behind which the tool answers with the given texts and the commit holds the given files. */
export function door(stdout: string, files: Readonly<Record<string, string>> = {}, stderr = ''): PinningDoor {
  return {
    run: () =>
      Promise.resolve({
        kind: 'done',
        value: { steps: [{ status: 0, stdout, stderr }], result: stdout, folder: '/f' },
      }),
    readFile: (path) => Promise.resolve(files[path]),
    listFiles: () => Promise.resolve(Object.keys(files)),
  };
}
