import type { Format } from './parse-settings.ts';

/** One way of a settings file to silence a scanner. */
export interface Silence {
  /**
   * Where it stands: keys with dots between them, `*` for any key, `[]` for the items of a list. What the stars stand for and the value are
   * what is silenced.
   */
  readonly at: string;
  /** What names the rules: the value, or the key of the last star. Without it, all rules are silenced for what is named. */
  readonly rules?: 'value' | 'key';
  /** The rules that matter for security; others say nothing to the gate. */
  readonly only?: RegExp;
  /** Values that silence; any other is a setting like all. */
  readonly when?: RegExp;
  /** The value is a list in one text. */
  readonly split?: true;
  /** The value, or the key of the last star, is a pattern of paths. */
  readonly path?: true;
  /** An item says by these keys what it is for. */
  readonly within?: readonly string[];
  /** It says nothing to a scanner: when a file was written, and by what. */
  readonly idle?: true;
  /** The key under which an item says how many it stands for. */
  readonly count?: string;
}

export interface SettingsFile {
  readonly tool: string;
  readonly file: RegExp;
  readonly format: Format;
  readonly silences: readonly Silence[];
  /** The parts of a file that holds much else, by keys from its top: the rest of it says nothing to a scanner. */
  readonly parts?: readonly string[];
  /** A linter of style: of the rest, only lines about security matter. */
  readonly style?: true;
}
