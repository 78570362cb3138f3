/** What the installer needs of git, in the work tree that it installs into. Failures are thrown, never turned into `undefined`. */
export interface HookGit {
  /** The value that git would use, of whatever scope; `undefined` where nobody has set it. */
  getConfig(key: string): Promise<string | undefined>;
  /** Sets it for this repository, all its worktrees included. */
  setConfig(key: string, value: string): Promise<void>;
  /** Takes it out of the configuration of this repository. */
  unsetConfig(key: string): Promise<void>;
}
