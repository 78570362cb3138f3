import type { Scanners } from './config.ts';

/** The name of the file, at the repository's root. */
export const CONFIG_FILE = 'pawl.config.jsonc';

/** Where npm, pnpm and yarn put the schema in a project that depends on Pawl. */
const INSTALLED_SCHEMA = './node_modules/pawl/dist/schema/pawl.config.schema.json';

export interface DefaultConfigOptions {
  /** Where editors find the schema, from the file. */
  readonly schema?: string;
  readonly target: string;
  /** Globs of files that nothing can read and that the human who sets Pawl up accepts. */
  readonly acceptUnexamined: readonly string[];
  /** What is turned on besides the defaults. */
  readonly scanners?: Partial<Scanners>;
}

/** The file that `pawl init` writes: only what was decided is set, and the rest is there to be found. */
export function defaultConfigText({
  schema = INSTALLED_SCHEMA,
  target,
  acceptUnexamined,
  scanners = {},
}: DefaultConfigOptions): string {
  return `{
  "$schema": ${JSON.stringify(schema)},

  // The protected branch that loops are compared with. A change to this file counts from the next lock on.
  "target": ${JSON.stringify(target)},

  // Judged files that are left out, like "**/fixtures/**".
  "exclude": [],

  // Files in languages that Pawl cannot read. Without an entry here a person decides on a change to one.
  "acceptUnexamined": [${acceptUnexamined.map((glob) => `\n    ${JSON.stringify(glob)},`).join('')}${acceptUnexamined.length > 0 ? '\n  ' : ''}],

  // Files of which a person wants to see every change, beside deployment files and scanner settings, which always count.
  // "protect": ["config/roles.yml"],

  // "limits": { "maxFileBytes": 1048576, "timeoutMs": 60000, "toolTimeoutMs": 600000, "toolMemoryBytes": 4294967296 },

  // A lock that expires, how far the protected branch may drift from it, how many findings may be waived at once.
  // "lock": { "expiresAfterDays": null }, "drift": { "limit": 20 }, "waivers": { "max": 20 },

  // Who may read what is sealed: age recipients.
  // "reviewers": [],

  // People's own commits: "report" what would stop an agent, or "refuse" them too.
  // "policy": { "sensitivity": "default", "people": "report", "introduced": { "medium": "regression" } },

  // Who is told that a loop stopped: https://… of a webhook, or the name of a variable that holds it. Nobody unless it is said.
  // "notify": { "repository": "acme/shop", "channels": { "team": { "kind": "slack", "url": { "env": "PAWL_SLACK_URL" } } } },

  // Security tests: found by folder, name, marker or title; a suite that is named here is also run, from its locked copy.
  // "securityTests": {
  //   "suites": [{ "name": "api", "files": ["test/security/**"], "framework": "vitest", "setup": ["npm", "ci", "--ignore-scripts"] }],
  // },

${scannersText(scanners)}}
`;
}

/** As they were chosen; without a choice they are shown, to be turned on by hand. */
function scannersText(scanners: Partial<Scanners>): string {
  const chosen = Object.entries(scanners).map(([name, settings]) => `    "${name}": ${inOneLine(settings)},\n`);
  if (chosen.length === 0) return SHOWN_SCANNERS;
  return `  // Tools that are installed beside Pawl. A lock pins their version and keeps their rules.
  "scanners": {
${chosen.join('')}  },
`;
}

/** With the blanks that a person would write. */
function inOneLine(value: unknown): string {
  return JSON.stringify(value, null, 1)
    .replace(/\n */gu, ' ')
    .replace(/\[ | \]/gu, (mark) => mark.trim());
}

const SHOWN_SCANNERS = `  // "scanners": {
  //   "javascript": true, "python": true, "secrets": true,
  //   // Tools that you install yourself. A lock pins their version and keeps their rules.
  //   "semgrep": { "rules": ["p/default"] },
  //   "bandit": true,
  //   "codeql": { "languages": ["python"] },
  //   "sarif": { "mine": { "command": ["mine", "--sarif", "{out}/log.sarif", "{files}"], "result": "log.sarif" } },
  // },
`;
