import { defineConfig } from 'vitest/config';

/** Unit specs run on the sources, so that they need no build; end-to-end specs run on what was built. */
const sources = [
  { find: /^@pawl\/git\/porcelain$/u, replacement: new URL('packages/git/src/porcelain.ts', import.meta.url).pathname },
  {
    find: /^@pawl\/checkpoint\/optimise-late$/u,
    replacement: new URL('packages/checkpoint/src/optimise-late.ts', import.meta.url).pathname,
  },
  {
    find: /^@pawl\/checkpoint\/prepare-engines$/u,
    replacement: new URL('packages/checkpoint/src/parts/prepare-engines.ts', import.meta.url).pathname,
  },
  {
    find: /^@pawl\/(scanner-(?:javascript|python))\/aside$/u,
    replacement: new URL('packages/$1/src/examine-aside.ts', import.meta.url).pathname,
  },
  {
    find: /^@pawl\/report\/page$/u,
    replacement: new URL('packages/report/src/page/index.ts', import.meta.url).pathname,
  },
  { find: /^@pawl\/([a-z-]+)$/u, replacement: new URL('packages/$1/src/index.ts', import.meta.url).pathname },
];

export default defineConfig({
  test: {
    // Most of what the specs wait for is git, so both cores are worth using even where that is all there are.
    maxWorkers: 2,
    projects: [
      {
        resolve: { alias: sources },
        test: { name: 'unit', include: ['packages/*/src/**/*.spec.ts', 'tools/**/*.spec.ts'], testTimeout: 20_000 },
      },
      {
        test: { name: 'e2e', include: ['e2e/src/**/*.spec.ts'], testTimeout: 300_000, hookTimeout: 300_000 },
      },
    ],
  },
});
