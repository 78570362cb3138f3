import { DEFENCES } from './defences.ts';
import { DISGUISE_RULES } from './disguise/disguised-code.ts';
import { DRIFT_RULES } from './drift/explain-drift.ts';

/** Every rule that a finding of the comparison may have, and what it means. */
export const RULES: Readonly<Record<string, string>> = Object.assign(
  {},
  ...Object.values(DEFENCES).map(({ rules }) => rules),
  DRIFT_RULES,
  DISGUISE_RULES,
) as Readonly<Record<string, string>>;
