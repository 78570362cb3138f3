import type { Tool } from './tools.ts';

/**
 * The engines that always judge: written down, because to ask them would be to load them, and a change of prose needs none.
 * `engines.spec.ts` fails until it is right.
 */
export const OWN_ENGINES: readonly Tool[] = [
  {
    name: 'invariants',
    version: '0.5.0',
    rulesDigest: '41c1dbc64dbed570047ec3f0a34e8f27c49f827f3430442ebbe7cc0a92cb5091',
  },
  {
    name: 'reach',
    version: '0.1.0',
    rulesDigest: '70ad877fc5601924808839e7c1e7326c9f663cac5899902418f1863f98bb8a84',
  },
  {
    name: 'security-tests',
    version: '0.1.0',
    rulesDigest: 'd4f17132f9784566ac2d12143e099bbf054c38e279b3f299b0aa557caf363d91',
  },
];

/** All that judges in this process. Kept judgements are theirs. */
export const ENGINES: readonly Tool[] = [
  ...OWN_ENGINES,
  {
    name: 'secrets',
    version: '12.0.0',
    rulesDigest: '0eb5de0e0447d2393e20efb8ee01413b6bcd25254ce66753a29929ba3d3bc593',
  },
  {
    name: 'javascript',
    version: '10.15.0',
    rulesDigest: '031e2036cf639b30e70ef3d00c02aaaca6f60fec97775d9fd2c3e762a45e2b34',
  },
  {
    name: 'python',
    version: '0.17.4',
    rulesDigest: '6eecd1bd4476865284b979dac83aa9c3f43e97ef84764e16edb701ab14b4e0ad',
  },
  {
    name: 'contracts',
    version: '0.1.0',
    rulesDigest: '5d29e34e61d4c5725e60b650eb311431d367ea056e6cf92a20a14ba72c841295',
  },
];
