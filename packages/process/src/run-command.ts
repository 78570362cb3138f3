import type { Invocation, Output } from '@pawl/scanner';
import { environmentFor } from './environment.ts';
import { messageOf, toolFailed } from './failed.ts';
import { withPrivateFolder } from './private-folder.ts';
import { resolveTool } from './resolve-tool.ts';
import { spawnLimited } from './spawn-limited.ts';

type Command = Extract<Invocation, { readonly kind: 'command' }>;

interface Surroundings {
  readonly workTree: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** Lays out the files, finds the tool outside the work tree, and runs it where it can see nothing else of ours. */
export async function runCommand(command: Command, { workTree, environment }: Surroundings): Promise<Output> {
  try {
    return await withPrivateFolder(command.files, async ({ files, empty, temporary }) => {
      const [name, ...rest] = command.argv;
      const tool = await resolveTool(name, { path: environment['PATH'], workTree });
      if (tool === undefined) return toolFailed(`${name} was not found on PATH outside the work tree`);
      return await spawnLimited({
        name,
        tool: tool.file,
        args: rest.map((argument) => argument.replaceAll('{dir}', () => files)),
        // An interpreter that adds its current folder to its search path must not find a module of the tree under test.
        cwd: empty,
        env: environmentFor(environment, { path: tool.path, temporary }),
        okStatus: command.okStatus,
        timeoutMs: command.timeoutMs,
        maxOutputBytes: command.maxOutputBytes,
      });
    });
  } catch (error) {
    return toolFailed(`${command.argv[0]} could not be run: ${messageOf(error)}`);
  }
}
