import type { Tool } from './tools.ts';

/**
 * All that judges in this process, as `toolsOf` names it: written down, because to ask the engines would be to load them. Kept
 * judgements are theirs. `engines.spec.ts` fails until it is right.
 */
export const ENGINES: readonly Tool[] = [
  {
    name: 'invariants',
    version: '0.4.0',
    rulesDigest: '58abd7eeeba9d46c5bea2a2f43751d171bf70e75500dc5461d99411474498aa2',
  },
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
];
