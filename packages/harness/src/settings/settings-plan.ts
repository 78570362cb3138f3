/** What is to become of one settings file. Nothing is written while planning, and nothing at all when a plan fails. */
export interface SettingsPlan {
  /** Relative to the repository, with `/`. */
  readonly file: string;
  readonly action: 'create' | 'change' | 'keep' | 'delete';
  /** What the file holds afterwards; nothing when there is none. */
  readonly text: string | undefined;
  readonly executable: boolean;
  readonly notes: readonly string[];
}

export function settingsPlan(
  file: string,
  existing: string | undefined,
  text: string | undefined,
  { executable = false, notes = [] }: { readonly executable?: boolean; readonly notes?: readonly string[] } = {},
): SettingsPlan {
  return { file, action: actionFor(existing, text), text, executable, notes };
}

function actionFor(existing: string | undefined, text: string | undefined): SettingsPlan['action'] {
  if (existing === text) return 'keep';
  if (existing === undefined) return 'create';
  return text === undefined ? 'delete' : 'change';
}
