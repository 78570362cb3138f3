import {
  formatFiles,
  getProjects,
  joinPathFragments,
  readJson,
  type TargetConfiguration,
  type Tree,
  writeJson,
} from '@nx/devkit';

type Targets = Readonly<Record<string, TargetConfiguration>>;

interface Manifest {
  readonly targets?: Targets;
  readonly nx?: { readonly targets?: Targets };
}

/**
 * Before there was this plugin, a target that ran `pawl check` was written by hand into each project. It judged only what Nx called affected, and would
 * hide the inferred target of the same name.
 */
export async function inferredTargets(tree: Tree): Promise<readonly string[]> {
  const removed: string[] = [];
  for (const [project, { root }] of getProjects(tree)) {
    for (const file of ['project.json', 'package.json'].map((name) => joinPathFragments(root, name)))
      removed.push(...removeFrom(tree, file).map((target) => `${project}:${target}`));
  }
  if (removed.length === 0) return [];
  await formatFiles(tree);
  return [`Judge with nx run-many -t security-verdict in place of ${removed.join(', ')}`];
}

function removeFrom(tree: Tree, file: string): readonly string[] {
  if (!tree.exists(file)) return [];
  const manifest = readJson<Manifest>(tree, file);
  const own = byHand(manifest.targets);
  const inNx = byHand(manifest.nx?.targets);
  const names = [...own, ...inNx];
  if (names.length === 0) return [];
  writeJson(tree, file, {
    ...manifest,
    ...(manifest.targets ? { targets: without(own, manifest.targets) } : {}),
    ...(manifest.nx?.targets ? { nx: { ...manifest.nx, targets: without(inNx, manifest.nx.targets) } } : {}),
  });
  return names;
}

function byHand(targets: Targets = {}): readonly string[] {
  return Object.keys(targets).filter((name) => runsCheck(targets[name] ?? {}));
}

function without(names: readonly string[], targets: Targets): Targets {
  return Object.fromEntries(Object.entries(targets).filter(([name]) => !names.includes(name)));
}

function runsCheck({ executor, command, options }: TargetConfiguration): boolean {
  if (executor !== undefined && executor !== 'nx:run-commands') return false;
  const commands: unknown = command ?? (options as { readonly command?: unknown } | undefined)?.command;
  return typeof commands === 'string' && /^\s*(?:npx\s+(?:--no-install\s+)?)?pawl\s+check\b/u.test(commands);
}
