import { canonicalJson, type Lock, type Waiver } from '@pawl/baseline';

/**
 * What a lock says that its decision does not account for; `undefined` where nothing. A release or a waiver repeats
 * everything else: whoever may sign one must not be able to move the baseline under that name.
 */
export function successorFault(before: Lock, lock: Lock): string | undefined {
  const { decision } = lock;
  if (decision.kind !== 'lock' && canonicalJson(repeated(before)) !== canonicalJson(repeated(lock)))
    return `its decision is ${decision.kind}, and it changes more than that`;
  return releasesFault(before, lock) ?? waiversFault(before, lock);
}

/** Its place in the chain, and what a decision may change. */
const VARIES: readonly string[] = ['sequence', 'previous', 'decision', 'waivers', 'releases'] satisfies (keyof Lock)[];

function repeated(lock: Lock): unknown {
  return Object.fromEntries(Object.entries(lock).filter(([field]) => !VARIES.includes(field)));
}

function releasesFault(before: Lock, { decision, releases }: Lock): string | undefined {
  const kept = decision.kind === 'release' ? releases.slice(0, -1) : releases;
  if (canonicalJson(kept) !== canonicalJson(before.releases)) return 'it has other releases than the lock before it';
  const released = decision.kind === 'release' ? decision.case : undefined;
  const added = releases.at(kept.length);
  if (released !== added?.case) return 'it releases another case than it says';
  return added?.question?.startsWith(added.case) === false ? 'it releases a question of another number' : undefined;
}

/** Waivers lapse and are taken back; one more comes only by the decision to waive. */
function waiversFault(before: Lock, { decision, waivers }: Lock): string | undefined {
  const left = before.waivers.map(canonicalJson);
  const added = waivers.filter((waiver) => !takeFrom(left, canonicalJson(waiver)));
  if (decision.kind !== 'waive') return added.length === 0 ? undefined : 'it has a waiver that nobody decided';
  const [waiver, ...more] = added;
  const isDecided = ({ fingerprint, snippet }: Waiver): boolean =>
    fingerprint === decision.fingerprint && snippet === decision.snippet;
  return waiver && isDecided(waiver) && more.length === 0 ? undefined : 'it waives something else than it says';
}

function takeFrom(texts: string[], text: string): boolean {
  const at = texts.indexOf(text);
  if (at !== -1) texts.splice(at, 1);
  return at !== -1;
}
