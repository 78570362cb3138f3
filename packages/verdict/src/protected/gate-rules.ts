/** What is told of a change to a protected file. */
export type GateRule =
  | 'gate-configuration'
  | 'gate-hook'
  | 'gate-target'
  | 'harness-settings'
  | 'weakened-pipeline'
  | 'pipeline-privilege'
  | 'code-owners'
  | 'update-settings'
  | 'security-dependency'
  | 'dependency-source'
  | 'install-script'
  | 'scanner-settings'
  | 'deployment-file';

/** Every rule by which a change to a protected file is told, and what it means. Each has a page in `docs/rules`. */
export const GATE_RULES: Readonly<Record<GateRule, string>> = {
  'gate-configuration': 'A file says what Pawl judges by, and it was changed.',
  'gate-hook': 'A hook, or what a hook runs before a commit or a push, was changed.',
  'gate-target': 'A target that runs a security check in the build, or what the build leaves out, was changed.',
  'harness-settings': 'A file says what a coding agent may do and what runs beside it, and it was changed.',
  'weakened-pipeline': 'A pipeline checks less than it did, or its failure no longer counts.',
  'pipeline-privilege': 'A pipeline got more rights, new secrets, or code that is pinned less than it was.',
  'code-owners': 'Who has to agree to a change was changed.',
  'update-settings': 'Known vulnerabilities in dependencies are no longer mended by themselves.',
  'security-dependency': 'A dependency that protects something was removed, or is asked for in an older version.',
  'dependency-source': 'A dependency comes from elsewhere, or is no longer held to what it was.',
  'install-script': 'Installing the project or a dependency runs a script that did not run before.',
  'scanner-settings': 'A file tells a scanner where to look or what to say, and it was changed.',
  'deployment-file': 'A file says how code is run, and it was changed.',
};
