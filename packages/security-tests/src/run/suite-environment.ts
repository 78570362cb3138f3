import { existsSync } from 'node:fs';
import { join } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/** What a test may see of our environment: where programs are, and nothing of the user. */
export function suiteEnvironment(
  { path, home, temporary }: { readonly path: string; readonly home: string; readonly temporary: string },
  ours: Environment,
): Record<string, string> {
  const modules = join(ours['GOMODCACHE'] ?? join(ours['HOME'] ?? home, 'go/pkg/mod'));
  return {
    PATH: path,
    HOME: home,
    TMPDIR: temporary,
    LANG: 'C.UTF-8',
    LC_ALL: 'C.UTF-8',
    TZ: 'UTC',
    CI: '1',
    NO_COLOR: '1',
    // Compilers may neither fetch another of themselves nor ask the network for modules. What was built before is used only where whoever
    // runs us names a cache: a wrong one could fake a build, and none costs half a minute.
    GOCACHE: ours['GOCACHE'] ?? join(temporary, 'go-build'),
    GOTOOLCHAIN: 'local',
    GOPROXY: 'off',
    ...(existsSync(modules) ? { GOMODCACHE: modules } : {}),
  };
}

/** Installing needs what was fetched before; the caches are the user's. */
export function setupEnvironment(
  environment: Readonly<Record<string, string>>,
  ours: Environment,
): Record<string, string> {
  const home = ours['HOME'];
  if (home === undefined) return { ...environment };
  return { ...environment, npm_config_cache: join(home, '.npm'), PIP_CACHE_DIR: join(home, '.cache/pip') };
}
