import { LANGUAGE_ROWS } from './language-rows.ts';
import { SCANNER_ROWS } from './scanner-rows.ts';
import { SCRIPT_ROWS } from './script-rows.ts';
import { SECRET_ROWS } from './secret-rows.ts';
import type { SettingsFile } from './settings-file.ts';

/** Which files silence what, and how. The first that a path matches counts. */
export const SETTINGS_FILES: readonly SettingsFile[] = [
  ...SCANNER_ROWS,
  ...SCRIPT_ROWS,
  ...SECRET_ROWS,
  ...LANGUAGE_ROWS,
];
