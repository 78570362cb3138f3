import { join } from 'node:path';
import { WORKSPACE } from '../workspace.ts';

/** Parses what comes after `pawl` as the command line does, and runs nothing. Gives what is wrong. */
export type Parse = (args: readonly string[], isWhole: boolean) => Promise<string | undefined>;

/** The built command line, with every command taken down to what it reads. */
export async function pawlParser(): Promise<Parse> {
  const at = (path: string): Promise<unknown> => import(join(WORKSPACE, 'packages/cli/dist', path));
  const { groupsOf } = (await at('commands/groups.js')) as Groups;
  const { commandLine } = (await at('command-line.js')) as CommandLine;
  const io = { out: () => undefined, err: () => undefined, note: () => undefined, context: { env: {} } };
  const commands = groupsOf(io, () => undefined).flatMap((group) => group.commands);
  return async (args, isWhole) => {
    const tame = commands.map((command) => ({ ...command, addTo: (yargs: Yargs) => addTame(command, yargs, isWhole) }));
    const read = (words: readonly string[]) =>
      faultOf(async () => commandLine(tame, words, 100).parseAsync(words, {}, () => undefined));
    const fault = await read(args);
    if (fault === undefined || isWhole) return fault;
    // A sentence names an option, and neither its value nor each one that has to be there.
    if (/^\w+: --[\w-]+ needs a value$/u.test(fault)) return undefined;
    const [, missing = ''] = /there has to be (.*)$/u.exec(fault) ?? [];
    const more = missing.match(/--[\w-]+/gu) ?? [];
    return more.length === 0 ? fault : read([...args, ...more.flatMap((name) => [name, 'check'])]);
  };
}

async function faultOf(parse: () => Promise<unknown>): Promise<string | undefined> {
  try {
    await parse();
    return undefined;
  } catch (error) {
    return String(error);
  }
}

function addTame(command: Listed, yargs: Yargs, isWhole: boolean): Yargs {
  const own: Yargs = {
    command: (module) => {
      const words = isWhole ? module.command : module.command.replace(/<(.*?)>/gu, '[$1]');
      return yargs.command({ ...module, command: words, handler: () => undefined });
    },
  };
  return command.addTo(own);
}

interface Module {
  readonly command: string;
  readonly handler: () => undefined;
}

interface Yargs {
  readonly command: (module: Module) => Yargs;
}

interface Listed {
  readonly addTo: (yargs: Yargs) => Yargs;
}

interface Groups {
  readonly groupsOf: (io: object, done: () => undefined) => readonly { readonly commands: readonly Listed[] }[];
}

interface CommandLine {
  readonly commandLine: (
    commands: readonly Listed[],
    argv: readonly string[],
    columns: number,
  ) => { readonly parseAsync: (argv: readonly string[], context: object, print: () => undefined) => Promise<unknown> };
}
