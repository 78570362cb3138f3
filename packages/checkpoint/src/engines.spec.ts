import { resolveConfig } from '@pawl/config';
import { CONTRACTS, CONTRACTS_DIGEST, CONTRACTS_VERSION } from '@pawl/contracts';
import { INVARIANTS, INVARIANTS_DIGEST, INVARIANTS_VERSION } from '@pawl/invariants';
import { REACH, REACH_DIGEST, REACH_VERSION } from '@pawl/reach';
import { SECURITY_TESTS, SECURITY_TESTS_DIGEST, SECURITY_TESTS_VERSION } from '@pawl/security-tests';
import { expect, it } from 'vitest';
import { ENGINES, OWN_ENGINES } from './engines.ts';
import { embeddedScanners } from './scanners.ts';
import { toolsOf } from './tools.ts';

it('the engines that always judge are written down as they are', () => {
  expect(OWN_ENGINES).toEqual([
    { name: INVARIANTS, version: INVARIANTS_VERSION, rulesDigest: INVARIANTS_DIGEST },
    { name: REACH, version: REACH_VERSION, rulesDigest: REACH_DIGEST },
    { name: SECURITY_TESTS, version: SECURITY_TESTS_VERSION, rulesDigest: SECURITY_TESTS_DIGEST },
  ]);
});

it('the engines that judgements are kept under are those that judge', async () => {
  const always = toolsOf(await embeddedScanners('full', resolveConfig(undefined).scanners));
  const contracts = { name: CONTRACTS, version: CONTRACTS_VERSION, rulesDigest: CONTRACTS_DIGEST };
  expect(ENGINES).toEqual([...always, contracts]);
});
