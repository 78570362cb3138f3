import { digestOf } from './text.ts';

export function holdsSnapshots(file: string): boolean {
  return /\.(?:snap|ambr|snapshot)$|(?:^|\/)__snapshots__\//u.test(file);
}

/** The digest of each recorded answer by its name; of the whole file where it has a form that is not known. */
export function snapshotsOf(text: string): Readonly<Record<string, string>> {
  const entries = [
    ...text.matchAll(/^exports\[`((?:\\.|[^`\\])*)`\] = `((?:\\.|[^`\\])*)`;/gmu),
    ...text.matchAll(/^# name: (.+)\n((?: .*\n?|\n)*)/gmu),
  ].map(([, name = '', value = '']) => [name, digestOf(value)] as const);
  return Object.fromEntries(entries.length > 0 ? entries : [['', digestOf(text)]]);
}
