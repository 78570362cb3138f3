import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Programs that stand in for what a runner has, each a shell script. */
export interface FakePrograms {
  readonly folder: string;
  add(name: string, script: string): Promise<void>;
  /** What a script noted in `$NOTES`, line by line; nothing where it never ran. */
  notes(): Promise<readonly string[]>;
  forget(): Promise<void>;
}

export async function fakePrograms(root: string): Promise<FakePrograms> {
  const folder = join(root, 'stand-ins');
  const notes = join(root, 'notes');
  await mkdir(folder, { recursive: true });
  await writeFile(notes, '');
  return {
    folder,
    add: async (name, script) => {
      const file = join(folder, name);
      await writeFile(file, `#!/bin/sh\nNOTES='${notes}'\n${script}\n`);
      await chmod(file, 0o755);
    },
    notes: async () => (await readFile(notes, 'utf8')).split('\n').filter(Boolean),
    forget: () => writeFile(notes, ''),
  };
}
