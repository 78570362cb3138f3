import { canonicalJson, type JsonObject, type JsonValue } from './canonical-json.ts';
import { compareText } from './order.ts';

/** One setting that differs. A text each, since a setting may be anything; `undefined` where there is none. */
export interface SettingChange {
  /** Like `policy.introduced.high`. */
  readonly setting: string;
  readonly was: string | undefined;
  readonly is: string | undefined;
}

/** The settings that differ between two configurations, each by itself. */
export function settingsDelta(before: JsonObject, after: JsonObject): readonly SettingChange[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort(compareText);
  return names.flatMap((name) => differences(name, before[name], after[name]));
}

function differences(
  setting: string,
  before: JsonValue | undefined,
  after: JsonValue | undefined,
): readonly SettingChange[] {
  if (isObject(before) && isObject(after))
    return settingsDelta(before, after).map((change) => ({ ...change, setting: `${setting}.${change.setting}` }));
  const [was, is] = [before, after].map((value) => (value === undefined ? undefined : canonicalJson(value)));
  return was === is ? [] : [{ setting, was, is }];
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
