// What one of several machines asks that share the parts among them: which projects are its own. Every machine that has the same commit comes to the
// same shares, so that nobody has to tell them. Which parts are owed at all is for the verdict to say: what no shard made is missing there.
import { parseArgs } from 'node:util';
import { createProjectFileMapUsingProjectGraph, createProjectGraphAsync } from '@nx/devkit';
import { shardsOf } from './shards-of.ts';

/** A list that Nx takes for no project; an empty one it takes for all. */
const NONE = '!*';
const USAGE = 'usage: pawl-nx-shard NUMBER/COUNT [--target security], such as pawl-nx-shard 1/4\n';

/** Which shard is meant, from 1; `undefined` for anything else. */
export function shardAsked(text: string | undefined): { readonly number: number; readonly count: number } | undefined {
  const [, number = 0, count = 0] = (/^([1-9]\d{0,3})\/([1-9]\d{0,3})$/u.exec(text ?? '') ?? []).map(Number);
  return number > 0 && number <= count ? { number, count } : undefined;
}

/** Prints the projects of a shard, as `nx run-many --projects` wants them. Gives the exit status. */
export async function shard(argv: readonly string[]): Promise<0 | 2> {
  const options = { target: { type: 'string', default: 'security' } } as const;
  const { positionals, values } = parseArgs({ args: [...argv], options, allowPositionals: true });
  const asked = shardAsked(positionals[0]);
  if (asked === undefined || positionals.length !== 1) {
    process.stderr.write(USAGE);
    return 2;
  }
  const graph = await createProjectGraphAsync({ exitOnError: false });
  const files = await createProjectFileMapUsingProjectGraph(graph);
  const owed = Object.values(graph.nodes).filter(({ data }) => data.targets?.[values.target] !== undefined);
  const sized = owed.map(({ name }) => ({ name, files: files[name]?.length ?? 0 }));
  const own = shardsOf(sized, asked.count)[asked.number - 1] ?? [];
  process.stdout.write(`${own.join(',') || NONE}\n`);
  return 0;
}
