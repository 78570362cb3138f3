import { at, canonical, type Data, entriesOf, isMap, listOf, textsOf } from './data.ts';
import type { ProtectedChange } from './protected-change.ts';

/** Whether a script or a target is about security by its name. */
export function isSecurityTarget(name: string): boolean {
  return /(?:^|[-_:.@/])(?:pawl|security|audit|sast|semgrep|bandit|codeql|secrets?-scan|vuln\w*|snyk|scan)(?:$|[-_:.@/])/iu.test(
    name,
  );
}

/** What `nx.json` and `project.json` say of targets that check security, and of what the build compares with. */
export function targetChanges(file: string, before: Data, after: Data): readonly ProtectedChange[] {
  const [was, is] = [before, after].map((side) => canonical(securityPart(side)));
  if (was === is) return [];
  const what =
    at(after, 'targets') === undefined && after === undefined
      ? `\`${file}\` is gone, and with it a target that checks security.`
      : 'What the build says of targets that check security was changed.';
  return [{ rule: 'gate-target', protects: 'gate', what }];
}

const OWN_TARGETS = ['security', 'security-verdict', 'security-lock'];

/** Nx takes a pattern for the names of targets: `s*-verdict` may be about ours, `e2e-ci--**` is not. */
function mayMatchOurs(name: string): boolean {
  const start = /^([^*?[{!(]*)[*?[{!(]/u.exec(name)?.[1];
  return start !== undefined && OWN_TARGETS.some((target) => target.startsWith(start));
}

function securityPart(side: Data): Data {
  const named = (value: Data): Data => entriesOf(value).filter(([name]) => isSecurityTarget(name));
  const plugins = listOf(at(side, 'plugins')).filter((plugin) =>
    isSecurityTarget(String(isMap(plugin) ? plugin['plugin'] : plugin)),
  );
  const targets = named(at(side, 'targets'));
  const defaults = entriesOf(at(side, 'targetDefaults')).filter(
    ([name]) => isSecurityTarget(name) || mayMatchOurs(name),
  );
  // What the rest inherits decides about a target that checks security only where there is one.
  const runner = textsOf(at(side, 'tasksRunnerOptions', 'default', 'options', 'cacheableOperations')).filter(
    isSecurityTarget,
  );
  return { targets, defaults, plugins, runner };
}
