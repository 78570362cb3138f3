import { expect, it } from 'vitest';
// eslint-disable-next-line @nx/enforce-module-boundaries -- a helper of specs, which no package publishes
import { knowsPlainSource } from '../../../findings/src/testing/knows-plain-source.ts';
import { DEPLOYMENT } from '../deployment-files.ts';
import { SCANNER_SETTINGS } from '../scanner-settings.ts';
import { GATE_PATHS, HARNESS_PATHS, OWNERS } from './gate-paths.ts';

it.each([...HARNESS_PATHS, OWNERS, ...GATE_PATHS.map(([pattern]) => pattern), ...SCANNER_SETTINGS, ...DEPLOYMENT])(
  'no plain source is protected by %s',
  (pattern) => {
    expect(knowsPlainSource(pattern)).toBe(false);
  },
);
