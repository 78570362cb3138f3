import * as contracts from '@pawl/contracts';
import { expect, it } from 'vitest';
import { CONTRACTS, CONTRACTS_FILE } from './contracts-text.ts';

it('what is spelled out is what the engine of contracts says', () => {
  expect({ CONTRACTS, CONTRACTS_FILE }).toEqual({
    CONTRACTS: contracts.CONTRACTS,
    CONTRACTS_FILE: contracts.CONTRACTS_FILE,
  });
});
