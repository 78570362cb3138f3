import { at, type Data, entriesOf, isMap, listOf, textsOf } from '../data.ts';

const BEFORE_A_MERGE = ['push', 'pull_request', 'pull_request_target', 'merge_group', 'schedule'];
const MAIN = /^(?:main|master|trunk|develop(?:ment)?|dev|default|staging|\*{1,2}|\$default-branch)$/u;

/** What no longer starts a workflow that checks something. */
export function narrowedTriggers(before: Data, after: Data): readonly string[] {
  const [was, is] = [triggersOf(before), triggersOf(after)];
  return BEFORE_A_MERGE.flatMap((event) => {
    if (!was.has(event)) return [];
    if (!is.has(event)) {
      const isCovered = event === 'push' && is.has('pull_request') && was.has('pull_request');
      return isCovered || (event.startsWith('pull_request') && is.has('pull_request'))
        ? []
        : [`It no longer runs on \`${event}\`.`];
    }
    return [
      ...narrowedPaths(event, was.get(event), is.get(event)),
      ...narrowedBranches(event, was.get(event), is.get(event)),
      ...narrowedTypes(event, was.get(event), is.get(event)),
    ];
  });
}

/** On which events a workflow of GitHub runs, each with its conditions. */
export function triggersOf(workflow: Data): ReadonlyMap<string, Data> {
  const on = at(workflow, 'on') ?? at(workflow, 'true');
  return isMap(on) ? new Map(entriesOf(on)) : new Map(textsOf(on).map((event) => [event, {}]));
}

function narrowedPaths(event: string, was: Data, is: Data): readonly string[] {
  const ignored = added(at(was, 'paths-ignore'), at(is, 'paths-ignore')).filter((path) => !isProse(path));
  const [paths, now] = [at(was, 'paths'), at(is, 'paths')];
  const lost = now === undefined ? [] : paths === undefined ? ['all others'] : added(now, paths);
  return [
    ...(ignored.length === 0
      ? []
      : [`On \`${event}\` it ignores ${ignored.map((path) => `\`${path}\``).join(', ')} now.`]),
    ...(lost.length === 0
      ? []
      : [`On \`${event}\` it only runs for some paths now, without ${lost.map((path) => `\`${path}\``).join(', ')}.`]),
  ];
}

/** Nobody can lose a defence in a text for people. */
function isProse(path: string): boolean {
  return /\.(?:md|mdx|rst|txt|adoc|png|svg|jpg|gif)['"]?$|^\.?\/?(?:docs?|website|changelog|\.changeset)\/|^(?:LICENSE|CHANGELOG|README|NEWS|AUTHORS)\b/iu.test(
    path,
  );
}

function narrowedBranches(event: string, was: Data, is: Data): readonly string[] {
  const lost = [
    ...added(at(was, 'branches-ignore'), at(is, 'branches-ignore')).filter((branch) => MAIN.test(branch)),
    ...(at(is, 'branches') === undefined ? [] : branchesLost(at(was, 'branches'), at(is, 'branches'))),
  ];
  return lost.length === 0
    ? []
    : [`On \`${event}\` it no longer runs for ${lost.map((branch) => `\`${branch}\``).join(', ')}.`];
}

function branchesLost(was: Data, is: Data): readonly string[] {
  if (textsOf(is).some((branch) => /^\*{1,2}$/u.test(branch))) return [];
  if (was === undefined) return textsOf(is).some((branch) => MAIN.test(branch)) ? [] : ['all others'];
  const lost = added(is, was).filter((branch) => MAIN.test(branch));
  // A main branch that got another name.
  return lost.length > 0 && added(was, is).some((branch) => MAIN.test(branch)) ? [] : lost;
}

/** What is in the second and not in the first. */
function added(first: Data, second: Data): readonly string[] {
  const known = new Set(listOf(first).map(String));
  return listOf(second)
    .map(String)
    .filter((each) => !known.has(each));
}

/** What a pull request does that starts a workflow where it does not say. */
const TYPES = ['opened', 'synchronize', 'reopened'];

function narrowedTypes(event: string, was: Data, is: Data): readonly string[] {
  const typesOf = (data: Data): readonly string[] => {
    const types = textsOf(at(data, 'types'));
    return event.startsWith('pull_request') && types.length === 0 ? TYPES : types;
  };
  const lost = typesOf(was).filter((type) => TYPES.includes(type) && !typesOf(is).includes(type));
  return lost.length === 0 ? [] : [`On \`${event}\` it no longer runs when it is ${lost.join(' or ')}.`];
}
