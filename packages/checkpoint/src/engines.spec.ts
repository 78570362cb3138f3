import { resolveConfig } from '@pawl/config';
import { expect, it } from 'vitest';
import { ENGINES } from './engines.ts';
import { embeddedScanners } from './scanners.ts';
import { toolsOf } from './tools.ts';

it('the engines that judgements are kept under are those that judge', async () => {
  expect(ENGINES).toEqual(await toolsOf(await embeddedScanners('full', resolveConfig(undefined).scanners)));
});
