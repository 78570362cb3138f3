import { join } from 'node:path';
import { CONFIG_FILE, defaultConfigText, parseConfig } from '@pawl/config';
import type { Repository } from '@pawl/git';
import { unsupportedCode } from '@pawl/syntax';
import type { InitChange } from './init-change.ts';
import type { FoundTool } from './init-survey.ts';
import { schemaAddress } from './init-schemas.ts';
import { protectedBranch } from './protected-branch.ts';
import { createWorkTreeFile, readWorkTreeFile, requireRoom } from './work-tree.ts';

/** What a person decided; what is absent is found out. */
export interface ConfigRequest {
  readonly target?: string | undefined;
  readonly tools?: readonly FoundTool[] | undefined;
}

export interface ConfigPlan {
  readonly changes: readonly InitChange[];
  readonly write: () => Promise<void>;
}

/** What is to be written, if anything; a configuration that is there and broken is an error before anything is touched. */
export async function planConfig(
  repository: Repository,
  topLevel: string,
  { target, tools = [] }: ConfigRequest,
): Promise<ConfigPlan> {
  const path = join(topLevel, CONFIG_FILE);
  const present = await readWorkTreeFile(topLevel, CONFIG_FILE);
  if (present !== undefined) {
    await parseConfig(present, CONFIG_FILE);
    const why = 'your configuration, and it is valid';
    return { changes: [{ path, action: 'unchanged', why }], write: () => Promise.resolve() };
  }
  await requireRoom(topLevel, CONFIG_FILE);
  const text = defaultConfigText({
    schema: await schemaAddress(topLevel, 'config'),
    target: target ?? (await protectedBranch(repository)),
    acceptUnexamined: await unreadableGlobs(repository),
    scanners: Object.fromEntries(tools.map(({ name, settings }) => [name, settings])),
  });
  // A branch may be called what no configuration may name; that is told before anything is written.
  await parseConfig(text, CONFIG_FILE);
  const why = 'what Pawl judges by; read it, then commit it';
  return {
    changes: [{ path, action: 'created', why }],
    write: () => createWorkTreeFile(topLevel, CONFIG_FILE, text),
  };
}

/**
 * One glob per kind of code that is here and that Pawl cannot read. They are written down, so that a person sees and
 * accepts them; nothing else that cannot be read is ever passed over.
 */
async function unreadableGlobs(repository: Repository): Promise<readonly string[]> {
  const head = await repository.head();
  if (head === undefined) return [];
  const files = await repository.listTree(await repository.resolveTree(head));
  const names = files.map(({ path }) => path).filter((path) => unsupportedCode(path) !== undefined);
  return [...new Set(names.map(globOf))].sort();
}

function globOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  return dot > 0 ? `**/*${name.slice(dot)}` : `**/${name}`;
}
