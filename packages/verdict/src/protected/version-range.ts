/** A released version as numbers: `1.2` and `1.2.0` are the same. */
export type VersionNumber = readonly number[];

export interface VersionRange {
  /** The oldest version that it admits, where it says so. */
  readonly from: VersionNumber | undefined;
  /** What it admits nothing from, or nothing after. */
  readonly below: VersionNumber | undefined;
}

/** A range as npm, pip or poetry write it, as far as its ends go. `undefined` for what names no version: a tag, an address. */
export function rangeOf(text: string): VersionRange | undefined {
  if (/[:/]/u.test(text)) return undefined;
  // Of alternatives the oldest counts.
  const parts = text.split('||').map(endsOf);
  if (parts.some((part) => part === undefined)) return undefined;
  const all = parts as readonly VersionRange[];
  return {
    from: all.map(({ from }) => from).sort((a, b) => compareVersion(a ?? [], b ?? []))[0],
    below: all.some(({ below }) => below === undefined)
      ? undefined
      : all.map(({ below }) => below).sort((a, b) => compareVersion(b ?? [], a ?? []))[0],
  };
}

function endsOf(text: string): VersionRange | undefined {
  const parts = [...text.matchAll(/(===?|>=|<=|~=|!=|[<>^~=])?\s*v?(\d+(?:\.(?:\d+|[x*]))*)/giu)];
  if (parts.length === 0) return undefined;
  const ends = parts.map(([, sign = '', number = '']) => ({ sign, number: numbersOf(number) }));
  const isLower = (sign: string): boolean => sign === '' || /[>^~=]/u.test(sign.replace(/[!<]=?/u, ''));
  return {
    from: ends.find(({ sign }) => isLower(sign))?.number,
    below: ends.find(({ sign }) => sign.startsWith('<'))?.number,
  };
}

function numbersOf(text: string): VersionNumber {
  return text.split('.').flatMap((part) => (/^\d+$/u.test(part) ? [Number(part)] : []));
}

export function compareVersion(a: VersionNumber, b: VersionNumber): number {
  for (let index = 0; index < Math.max(a.length, b.length); index++) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Whether a range admits only, or also, older versions than another did. */
export function isOlder(before: string, after: string): boolean {
  const [was, is] = [rangeOf(before), rangeOf(after)];
  if (was?.from === undefined || is === undefined) return false;
  if (is.from === undefined) return is.below !== undefined && compareVersion(is.below, was.from) <= 0;
  return compareVersion(is.from, was.from) < 0;
}
