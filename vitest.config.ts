import { defineConfig } from 'vitest/config';

/** Unit specs run on the sources, so that they need no build; end-to-end specs run on what was built. */
const sources = [
  { find: /^@pawl\/git\/porcelain$/u, replacement: new URL('packages/git/src/porcelain.ts', import.meta.url).pathname },
  { find: /^@pawl\/([a-z-]+)$/u, replacement: new URL('packages/$1/src/index.ts', import.meta.url).pathname },
];

export default defineConfig({
  test: {
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
