/** What may stand beside the plugin in `nx.json`. */
export interface PluginOptions {
  /** The target of each project; default `security`. */
  readonly targetName?: string;
  /** The target of the root that judges; default `security-verdict`. */
  readonly verdictTargetName?: string;
  /** The target of the root that locks; default `security-lock`. */
  readonly lockTargetName?: string;
  /** The protected branch whose lock is meant, where there is a lock of more than one. */
  readonly target?: string;
  /** Names of files that make a folder a project because another plugin says so, such as `pyproject.toml`. */
  readonly manifests?: readonly string[];
}

export interface TargetNames {
  readonly security: string;
  readonly verdict: string;
  readonly lock: string;
}

export function targetNames({ targetName, verdictTargetName, lockTargetName }: PluginOptions): TargetNames {
  return {
    security: targetName ?? 'security',
    verdict: verdictTargetName ?? 'security-verdict',
    lock: lockTargetName ?? 'security-lock',
  };
}
