import { readFile, writeFile } from 'node:fs/promises';
import { addRows } from '../manifest/add-rows.ts';
import { OWN_MANIFEST } from '../manifest/read-manifest.ts';
import { SETS } from '../manifest/vocabulary.ts';
import type { Command } from './command.ts';

interface AddOptions {
  readonly rows: string;
  readonly set: (typeof SETS)[number];
  readonly manifest: string;
}

export const addCommand: Command<AddOptions> = (io) => ({
  command: 'add <rows>',
  describe: 'Add rows to the manifest; all of them are good, or none is added',
  builder: (yargs) =>
    yargs
      .positional('rows', { type: 'string', demandOption: true, describe: 'A file with one JSON object a line' })
      .option('set', { choices: SETS, default: 'mined' as const, describe: 'The set of rows that do not say theirs' })
      .option('manifest', {
        type: 'string',
        requiresArg: true,
        default: OWN_MANIFEST,
        describe: 'The manifest to add to',
      }),
  handler: async ({ rows, set, manifest }) => {
    const [before, added] = await Promise.all([readFile(manifest, 'utf8'), readFile(rows, 'utf8')]);
    const after = addRows(before, added, set);
    await writeFile(manifest, after);
    io.out(`added ${after.split('\n').length - before.split('\n').length} rows\n`);
  },
});
