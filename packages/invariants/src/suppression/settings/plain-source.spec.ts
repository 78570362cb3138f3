import { expect, it } from 'vitest';
// eslint-disable-next-line @nx/enforce-module-boundaries -- a helper of specs, which no package publishes
import { knowsPlainSource } from '../../../../findings/src/testing/knows-plain-source.ts';
import { ATTRIBUTES } from './attributes.ts';
import { SETTINGS_FILES } from './rows.ts';
import { SCRIPT } from './script-settings.ts';

it.each([SCRIPT, ATTRIBUTES, ...SETTINGS_FILES.map(({ file }) => file)])(
  'no plain source has settings of %s',
  (pattern) => {
    expect(knowsPlainSource(pattern)).toBe(false);
  },
);
