import { broken, type Found, note, ok, unknown, weak } from '../check-up.ts';
import { isUnread } from '../fact.ts';
import { RELOCK } from '../mend.ts';
import { isAtLeast } from './is-at-least.ts';
import { says } from './says.ts';
import type { Engine, ScannerFacts, ToolFacts } from './tool-facts.ts';

const LEAST_NODE = '20.19.0';
/** `rev-parse --path-format`, which every question begins with. */
const LEAST_GIT = '2.31';
/** What Pawl is tried with. */
const TRIED_GIT = '2.39';

/** What Pawl runs on, and the tools that judge with it. */
export function checkTools(facts: ToolFacts): readonly Found[] {
  return [checkNode(facts), checkGit(facts), ...checkEngines(facts), ...checkScanners(facts), checkCache(facts)];
}

function checkNode({ node }: ToolFacts): Found {
  if (isAtLeast(node, LEAST_NODE)) return ok('node-version', `node ${node}`);
  return broken('node-version', `node ${node} is older than ${LEAST_NODE}`, `install node ${LEAST_NODE} or newer`);
}

function checkGit({ git }: ToolFacts): Found {
  const next = `install git ${TRIED_GIT} or newer`;
  if (isUnread(git)) return unknown('git-version', git.unread, git.next ?? next);
  if (isAtLeast(git.is, TRIED_GIT)) return ok('git-version', `git ${git.is}`);
  if (isAtLeast(git.is, LEAST_GIT))
    return weak('git-version', `git ${git.is} is older than ${TRIED_GIT}, with which Pawl is tried`, next);
  return broken('git-version', `git ${git.is} is older than ${LEAST_GIT}, so nothing can be judged`, next);
}

/** A log that somebody handed in is no tool of ours, and neither is what a project installs. */
function checkEngines({ engines: { here, locked } }: ToolFacts): readonly Found[] {
  if (locked === undefined) return [];
  const other = here.flatMap((engine): readonly (readonly [Engine, Engine])[] => {
    const then = locked.find(({ name }) => name === engine.name);
    return then === undefined || isSame(engine, then) ? [] : [[engine, then]];
  });
  const [first] = other;
  if (first === undefined) return [ok('engines', 'this version of Pawl judges with what the lock was made with')];
  const [now, then] = first;
  return [
    broken(
      'engines',
      `${now.name} is ${labelOf(now)} here and ${labelOf(then)} in the lock, so no judgement can be told`,
      `install the version of pawl that made the lock (npm ci), or a person locks again: ${RELOCK}`,
    ),
  ];
}

function isSame(one: Engine, other: Engine): boolean {
  return one.version === other.version && one.rulesDigest === other.rulesDigest;
}

function labelOf({ version, rulesDigest }: Engine): string {
  return `${version} (rules ${rulesDigest.slice(0, 8)})`;
}

function checkScanners({ scanners }: ToolFacts): readonly Found[] {
  if (isUnread(scanners))
    return [
      unknown('scanners', `the scanners of the lock cannot be told: ${scanners.unread}`, scanners.next ?? RELOCK),
    ];
  return scanners.is.map(checkScanner);
}

function checkScanner({ name, program, pinned, said }: ScannerFacts): Found {
  if (pinned === undefined)
    return broken('scanners', `the lock turns on ${name} and pins no version of it`, `a person locks again: ${RELOCK}`);
  const install = `install ${program} ${pinned}, and put it on the PATH outside of the repository`;
  if (isUnread(said))
    return unknown('scanners', `${program} does not say its version: ${said.unread}`, said.next ?? install);
  if (said.is === undefined)
    return broken(
      'scanners',
      `${program} is not on the PATH outside of the repository, so a full check cannot tell`,
      install,
    );
  if (says(said.is, pinned)) return ok('scanners', `${name} ${pinned}, as the lock pins it`);
  return broken(
    'scanners',
    `${program} says ${JSON.stringify(firstLine(said.is))}, and the lock pins ${pinned}`,
    `${install}; or a person locks again: ${RELOCK}`,
  );
}

function firstLine(text: string): string {
  return text
    .trim()
    .split(/[\r\n]/u, 1)
    .join('')
    .slice(0, 80);
}

function checkCache({ canCache }: ToolFacts): Found {
  if (canCache) return ok('cache', 'results are kept in a folder of your own');
  return note(
    'cache',
    'results cannot be kept, so every full check starts anew',
    'make ~/.cache/pawl a folder that only you can write',
  );
}
