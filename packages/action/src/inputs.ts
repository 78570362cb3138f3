import { ActionError } from './action-error.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** What a workflow says under `with:`; `action.yml` documents each. `undefined` where it says nothing. */
export interface Inputs {
  readonly anchor: string | undefined;
  readonly assurance: 'unsigned' | 'advisory' | 'locked';
  readonly tier: 'fast' | 'full';
  readonly mode: 'recompute' | 'require';
  readonly target: string | undefined;
  readonly head: string | undefined;
  readonly base: string | undefined;
  readonly loop: string | undefined;
  readonly identity: string | undefined;
  /** In lower case: GitHub takes `Alice` and `alice` for one. */
  readonly people: ReadonlySet<string>;
  readonly repository: string | undefined;
  readonly fetch: 'auto' | 'never';
  readonly token: string | undefined;
  readonly ledger: 'read' | 'push';
  readonly signingKey: string | undefined;
  readonly securityTests: 'refuse' | 'skip' | 'run';
  readonly commands: 'refuse' | 'trust';
  readonly details: 'none' | 'summary' | 'sealed';
  readonly annotations: boolean;
  readonly sarif: string | undefined;
  readonly scanners: string | undefined;
}

/**
 * The inputs as the runner hands them over: `INPUT_` and the name in capitals. An empty one is one that nobody gave.
 *
 * @throws ActionError `malformed-input` that tells every mistake.
 */
export function readInputs(env: Environment): Inputs {
  const mistakes: string[] = [];
  const text = (name: string): string | undefined => env[`INPUT_${name.toUpperCase()}`]?.trim() || undefined;
  const oneOf = <Value extends string>(name: string, usual: Value, ...others: readonly Value[]): Value => {
    const value = text(name) ?? usual;
    const found = [usual, ...others].find((one) => one === value);
    if (found === undefined) mistakes.push(`${name} must be one of ${[usual, ...others].join(', ')}`);
    return found ?? usual;
  };
  const inputs: Inputs = {
    anchor: text('anchor'),
    assurance: oneOf('assurance', 'advisory', 'unsigned', 'locked'),
    tier: oneOf('tier', 'full', 'fast'),
    mode: oneOf('mode', 'recompute', 'require'),
    target: text('target'),
    head: text('head'),
    base: text('base'),
    loop: text('loop'),
    identity: text('identity'),
    people: new Set(
      (text('people') ?? '')
        .toLowerCase()
        .split(/[\s,]+/u)
        .filter(Boolean),
    ),
    repository: text('repository'),
    fetch: oneOf('fetch', 'auto', 'never'),
    token: text('token'),
    ledger: oneOf('ledger', 'read', 'push'),
    signingKey: text('signing-key'),
    securityTests: oneOf('security-tests', 'refuse', 'skip', 'run'),
    commands: oneOf('commands', 'refuse', 'trust'),
    details: oneOf('details', 'none', 'summary', 'sealed'),
    annotations: oneOf('annotations', 'false', 'true') === 'true',
    sarif: text('sarif'),
    scanners: text('scanners'),
  };
  mistakes.push(...contradictions(inputs));
  if (mistakes.length === 0) return inputs;
  throw new ActionError('malformed-input', `the inputs of this step cannot be used: ${mistakes.join('; ')}`, {
    next: 'mend them under "with:" in the workflow of the protected branch',
  });
}

function contradictions({ base, mode, ledger, assurance, tier, signingKey }: Inputs): readonly string[] {
  const found: string[] = [];
  if (base !== undefined && mode === 'require') found.push('base and mode: require exclude each other');
  if (base !== undefined && (ledger === 'push' || signingKey !== undefined))
    found.push('with base nothing is recorded, so there is nothing to sign or push');
  if (base !== undefined && assurance !== 'unsigned') found.push('with base there is no lock: say assurance: unsigned');
  if (mode === 'require' && tier === 'fast') found.push('mode: require wants the full tier');
  return found;
}
