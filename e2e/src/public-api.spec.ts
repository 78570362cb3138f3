import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageFolders } from './support/packed-packages.ts';
import { openPublicApis } from './support/public-api.ts';

const UPDATE = 'npx vitest run --project e2e e2e/src/public-api.spec.ts --update';

const folders = (await packageFolders()).map((folder) => ({ name: basename(folder), folder }));
const apiOf = await openPublicApis(folders.map(({ folder }) => folder));

describe('when a package is built', () => {
  it.each(folders)('$name exports what was reviewed, and nothing by accident', async ({ folder }) => {
    const why = `The exports differ from api.md. Where that is meant, after a build: ${UPDATE}`;
    await expect(await apiOf(folder), why).toMatchFileSnapshot(join(folder, 'api.md'));
  });
});
