import { createHash } from 'node:crypto';
import type { OwnFile } from '@pawl/scanner';
import { languageCanary } from './canaries.ts';
import { OPTIONS } from './commands.ts';

/** Counts into every digest: raise it when findings come out otherwise from the same Semgrep and the same rules. */
const ADAPTER_VERSION = '0.2.0';

/** SHA-256, in hexadecimal, over the rules and over everything that we set besides. */
export function digestOf(rules: readonly OwnFile[]): string {
  const settled = [ADAPTER_VERSION, OPTIONS, languageCanary('regex'), rules.map(({ name, text }) => [name, text])];
  return createHash('sha256').update(JSON.stringify(settled)).digest('hex');
}
