export const GROUPS = [
  'hooks',
  'tools',
  'lock',
  'keys',
  'tests',
  'notify',
  'harness',
  'ci',
  'token',
  'server',
] as const;

export type Group = (typeof GROUPS)[number];

export type CheckId =
  | 'hooks-installed'
  | 'hooks-setting'
  | 'hooks-environment'
  | 'hooks-worktrees'
  | 'hooks-tool'
  | 'locks-left'
  | 'node-version'
  | 'git-version'
  | 'engines'
  | 'scanners'
  | 'cache'
  | 'lock'
  | 'lock-assurance'
  | 'lock-age'
  | 'drift'
  | 'waivers'
  | 'loops'
  | 'chains'
  | 'anchor'
  | 'signer-keys'
  | 'key-files'
  | 'verifier-keys'
  | 'security-tests'
  | 'notify-channels'
  | 'notify-secrets'
  | 'notify-owed'
  | 'harnesses'
  | 'ci-runs'
  | 'ci-counts'
  | 'ci-triggers'
  | 'ci-trusted'
  | 'ci-history'
  | 'ci-pinned'
  | 'token-rights'
  | 'token-bypass'
  | 'branch-protection'
  | 'required-check'
  | 'server-hook'
  | 'server-anchor'
  | 'server-objects'
  | 'server-refs';

interface CheckFacts {
  readonly group: Group;
  /** What is looked at, and why it matters. */
  readonly means: string;
  /** What is done about it in general; what is found says it for the case at hand. */
  readonly mend: string;
}

/** Every check there is. `docs/doctor.md` is written from this table. */
export const CHECKS: Readonly<Record<CheckId, CheckFacts>> = {
  'hooks-installed': {
    group: 'hooks',
    means: 'Each git hook of Pawl is there, can be executed, is what this version writes, and is where git looks.',
    mend: '`npx pawl init --hooks-only`',
  },
  'hooks-setting': {
    group: 'hooks',
    means:
      'Which configuration file decides where git looks for hooks. A global, system-wide, included or worktree setting wins unseen, and a path stays behind when a repository moves.',
    mend: 'remove the other setting, then `npx pawl init --hooks-only`',
  },
  'hooks-environment': {
    group: 'hooks',
    means: 'No `GIT_CONFIG_*` variable of this shell takes the hooks away, and husky is not switched off.',
    mend: 'unset the variable where the shell starts',
  },
  'hooks-worktrees': {
    group: 'hooks',
    means: 'Git looks in the same place from every linked worktree: agents work there.',
    mend: '`git -C WORKTREE config --worktree --unset-all core.hooksPath`',
  },
  'hooks-tool': {
    group: 'hooks',
    means: 'The installed hooks start the same version of Pawl as the one that you just called.',
    mend: '`npx pawl init --hooks-only`',
  },
  'locks-left': {
    group: 'hooks',
    means:
      'No lock file that a killed process left behind. Under one of `refs/pawl`, nothing can be recorded for ever.',
    mend: 'remove the file, when no git is running',
  },
  'node-version': {
    group: 'tools',
    means: 'Node is recent enough to run Pawl.',
    mend: 'install a newer Node',
  },
  'git-version': {
    group: 'tools',
    means: 'Git is recent enough for what Pawl asks of it.',
    mend: 'install a newer git',
  },
  engines: {
    group: 'tools',
    means: 'What judges in this version of Pawl is what the lock was made with; another version cannot tell.',
    mend: '`npm ci`, or a person locks again: `npx pawl lock`',
  },
  scanners: {
    group: 'tools',
    means:
      'Each scanner that the lock turns on is on the `PATH`, outside the repository, in the version that the lock pins.',
    mend: 'install the pinned version, or a person locks again: `npx pawl lock`',
  },
  cache: {
    group: 'tools',
    means: 'Results can be kept where only you can write. Without it nothing is less safe, only slower.',
    mend: 'make `~/.cache/pawl` a folder of your own',
  },
  lock: {
    group: 'lock',
    means: 'There is a lock, it can be read, and it is the newest that was seen here. Without one nothing is judged.',
    mend: '`npx pawl lock`',
  },
  'lock-assurance': {
    group: 'lock',
    means: 'How far the lock can be trusted: unsigned, advisory, or locked.',
    mend: '`npx pawl trust add-signer KEY.pub`, then `npx pawl lock --sign-with KEY`',
  },
  'lock-age': {
    group: 'lock',
    means: 'The lock has not expired, does not soon, and is not older than half a year.',
    mend: '`npx pawl lock`',
  },
  drift: {
    group: 'lock',
    means: 'How far the protected branch has slipped since it was locked, against `drift.limit`.',
    mend: 'look at what slipped, then `npx pawl lock`',
  },
  waivers: {
    group: 'lock',
    means: 'How many findings are waived, how many may be, and which waivers end soon.',
    mend: 'mend the finding, or waive it again: `npx pawl waive`',
  },
  loops: {
    group: 'lock',
    means: 'Which loops are stopped and wait for a person.',
    mend: '`npx pawl review`',
  },
  chains: {
    group: 'lock',
    means: 'The newest entry of every loop can be read and nothing that was seen of it is gone.',
    mend: '`npx pawl verify` tells more',
  },
  anchor: {
    group: 'keys',
    means: 'There is a root of trust outside the repository, and nobody else can write it.',
    mend: '`npx pawl trust add-signer KEY.pub`',
  },
  'signer-keys': {
    group: 'keys',
    means:
      'Whether whoever works here could sign a lock as the person: the key is in an ssh-agent, or in a file. A hardware key wants a touch.',
    mend: '`ssh-keygen -t ed25519-sk`, or keep the key on another machine',
  },
  'key-files': {
    group: 'keys',
    means: 'Key files that were signed with are encrypted, and nobody else can read them.',
    mend: '`ssh-keygen -p -f KEY`, `chmod 600 KEY`',
  },
  'verifier-keys': {
    group: 'keys',
    means: 'A server or CI that judges in full signs with a key that the anchor names, and that key is not here.',
    mend: '`npx pawl trust add-verifier KEY.pub`',
  },
  'security-tests': {
    group: 'tests',
    means: 'There are security tests for injection, for boundary conditions and for authentication paths.',
    mend: 'write them; docs/security-tests.md says which tests count',
  },
  'notify-channels': {
    group: 'notify',
    means: 'Somebody is told when a loop stops, by the channels of the lock.',
    mend: 'write `notify` in pawl.config.jsonc, then `npx pawl lock`',
  },
  'notify-secrets': {
    group: 'notify',
    means: 'What a channel needs to know can be read here, and by nobody else. Its value is never shown.',
    mend: 'set the variable, or `chmod 600` the file',
  },
  'notify-owed': {
    group: 'notify',
    means: 'No message about a stop still waits to be sent.',
    mend: '`npx pawl status` tries again',
  },
  harnesses: {
    group: 'harness',
    means: 'The coding agents that are used in this repository have the hooks of Pawl in their settings.',
    mend: '`npx pawl init --harness NAME`',
  },
  'ci-runs': {
    group: 'ci',
    means: 'A pipeline of the repository runs Pawl: hooks can be passed over, a required check cannot.',
    mend: 'add a job that runs `npx pawl check`',
  },
  'ci-counts': {
    group: 'ci',
    means: 'The job that runs Pawl fails when Pawl does.',
    mend: 'take `continue-on-error`, `allow_failure` and the like away',
  },
  'ci-triggers': {
    group: 'ci',
    means: 'The pipeline starts for every change that is to be merged into the protected branch.',
    mend: 'let it start on `pull_request`, for every path',
  },
  'ci-trusted': {
    group: 'ci',
    means: 'The pipeline does not run code of a pull request next to secrets (`pull_request_target`).',
    mend: 'start it on `pull_request`',
  },
  'ci-history': {
    group: 'ci',
    means: 'The checkout has the whole history; without it there is nothing to compare with.',
    mend: '`fetch-depth: 0`, or `GIT_DEPTH: 0`',
  },
  'ci-pinned': {
    group: 'ci',
    means: 'Actions are named by commit id and Pawl by version, so that nobody else can change the judge.',
    mend: 'write the 40 digits of the commit after the `@`',
  },
  'token-rights': {
    group: 'token',
    means: 'The token that the agent works with may not administer the repository or its workflows.',
    mend: 'give the agent a fine-grained token with `contents` and `pull requests` only',
  },
  'token-bypass': {
    group: 'token',
    means: 'Whoever holds the token is not among those who may pass over the rules.',
    mend: 'take that account out of the bypass list of the ruleset',
  },
  'branch-protection': {
    group: 'token',
    means: 'The forge protects the branch, for administrators too, and against force pushes.',
    mend: 'protect the branch in the settings of the forge',
  },
  'required-check': {
    group: 'token',
    means: 'A merge needs a passed check, and only one app can say that it passed.',
    mend: 'require the check of Pawl, from GitHub Actions and from no other source',
  },
  'server-hook': {
    group: 'server',
    means: 'In a bare repository: the pre-receive hook of Pawl is there, and git runs it.',
    mend: '`npx pawl pre-receive install --repo PATH.git --anchor FILE`',
  },
  'server-anchor': {
    group: 'server',
    means: 'In a bare repository: the anchor that the hook names can be read, and lies outside the repository.',
    mend: '`npx pawl pre-receive install --repo PATH.git --anchor FILE`',
  },
  'server-objects': {
    group: 'server',
    means:
      'In a bare repository: git checks what is pushed (`receive.fsckObjects`), so that a tree says one thing only.',
    mend: '`git config receive.fsckObjects true`',
  },
  'server-refs': {
    group: 'server',
    means: 'In a bare repository: `refs/replace` is closed to pushes (`receive.hideRefs`).',
    mend: '`git config --add receive.hideRefs refs/replace`',
  },
};
