import type { ProtectedChange } from './protected-change.ts';

export const REGISTRY_SETTINGS: RegExp =
  /(?:^|\/)(?:\.npmrc|\.yarnrc(?:\.yml)?|\.pnpmrc|pip\.conf|pip\.ini|\.pypirc|bunfig\.toml|\.bowerrc|uv\.toml|\.condarc)$/u;

const KEY =
  /registry|index|proxy|trusted|strict|verify|ignore.?scripts|enable.?scripts|audit|cafile|checksum|hash|hosts|unsafe|immutable|minimum.?release.?age|find.?links/iu;

/** What a package manager was told about where packages come from and whether they may run scripts. */
export function registryChanges(
  file: string,
  before: string | undefined,
  after: string | undefined,
): readonly ProtectedChange[] {
  const [was, is] = [settingsIn(before), settingsIn(after)];
  const changed = [...new Set([...was.keys(), ...is.keys()])]
    .filter((key) => isLooser(key, was.get(key), is.get(key)))
    .sort();
  return changed.map((key) => ({
    rule: 'dependency-source',
    protects: 'dependency',
    what: `\`${file}\` ${is.has(key) ? `says \`${key}\` is \`${is.get(key)}\`` : `no longer says \`${key}\``}${was.has(key) && is.has(key) ? `, and it was \`${was.get(key)}\`` : ''}.`,
  }));
}

/** What is safer when it is on, and what when it is off. */
const SAFE_ON =
  /^(?:strict.?ssl|enablestrictssl|ignore.?scripts|audit|checksum.?behavior|enableimmutable\w*|enablehardenedmode|require.?hashes|verify.?ssl)$/iu;
const SAFE_OFF = /^(?:enable.?scripts|unsafe\w*|unsafe-perm)$/iu;

function isLooser(key: string, was: string | undefined, is: string | undefined): boolean {
  if (was === is) return false;
  const isOn = (value: string | undefined): boolean | undefined =>
    value === undefined ? undefined : !/^(?:false|0|no|off)$/iu.test(value);
  if (SAFE_ON.test(key)) return isOn(is) === false || (is === undefined && isOn(was) === true);
  return SAFE_OFF.test(key) ? isOn(is) === true || (is === undefined && isOn(was) === false) : true;
}

function settingsIn(text: string | undefined): ReadonlyMap<string, string> {
  const lines = (text ?? '').split(/\r\n|\r|\n/u).map((line) => line.trim());
  return new Map(
    lines.flatMap((line) => {
      const [, key = '', value = ''] =
        /^["']?([^#;=:"'\s][^=:"'\s]*)["']?[ \t]*(?:[=:]|[ \t])[ \t]*(.*)$/u.exec(line) ?? [];
      // A token is nobody's to read here.
      return KEY.test(key) && !/_auth|token|password/iu.test(key)
        ? [[key, value.replace(/^["']|["'],?$/gu, '')] as const]
        : [];
    }),
  );
}
