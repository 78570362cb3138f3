export interface SizedProject {
  readonly name: string;
  readonly files: number;
}

/**
 * Shares projects out, so that each shard has about as many files: the largest first, each to the shard that has least. The same projects give the
 * same shards on every machine, whatever their order.
 *
 * @param count of shards, at least 1; where there are fewer projects some shards stay empty.
 */
export function shardsOf(projects: readonly SizedProject[], count: number): readonly (readonly string[])[] {
  const shards = Array.from({ length: count }, () => ({ files: 0, names: [] as string[] }));
  const largestFirst = projects.toSorted((one, other) => other.files - one.files || (one.name < other.name ? -1 : 1));
  for (const { name, files } of largestFirst) {
    const least = shards.reduce((chosen, shard) => (shard.files < chosen.files ? shard : chosen));
    // A project without files is a task all the same.
    least.files += files + 1;
    least.names.push(name);
  }
  return shards.map(({ names }) => names);
}
