import { resolveConfig } from '@pawl/config';
import { CONTRACTS, CONTRACTS_DIGEST, CONTRACTS_VERSION } from '@pawl/contracts';
import { expect, it } from 'vitest';
import { ENGINES } from './engines.ts';
import { embeddedScanners } from './scanners.ts';
import { toolsOf } from './tools.ts';

it('the engines that judgements are kept under are those that judge', async () => {
  const always = await toolsOf(await embeddedScanners('full', resolveConfig(undefined).scanners));
  const contracts = { name: CONTRACTS, version: CONTRACTS_VERSION, rulesDigest: CONTRACTS_DIGEST };
  expect(ENGINES).toEqual([...always, contracts]);
});
