import { at, isMap } from '@pawl/verdict';
import type { Answer } from './answers.ts';

export interface RequiredChecks {
  /** Each with the app that has to report it; `undefined` where any may. */
  readonly checks: readonly { readonly context: string; readonly app: number | undefined }[];
  /** Workflows that a ruleset requires: they lie where the agent cannot write. */
  readonly workflows: number;
}

/** What a merge into a branch needs, by its protection and by rulesets; `unknown` where neither was told. */
export function requiredChecks(protection: Answer | undefined, rules: Answer | undefined): RequiredChecks | 'unknown' {
  const isTold = protection?.status === 200 && isMap(protection.body);
  const isFree = protection?.status === 404 && at(protection.body, 'message') === 'Branch not protected';
  const ruled = rules?.status === 200 && Array.isArray(rules.body) ? (rules.body as readonly unknown[]) : undefined;
  const found = [...(isTold ? ofProtection(protection.body) : []), ...(ruled ?? []).flatMap(ofRule)];
  const workflows = (ruled ?? []).filter((rule) => at(rule, 'type') === 'workflows').length;
  // What is there counts, however little was told; that there is nothing takes both answers.
  if (found.length === 0 && workflows === 0 && !((isTold || isFree) && ruled !== undefined)) return 'unknown';
  return { checks: found, workflows };
}

type Check = RequiredChecks['checks'][number];

function ofProtection(body: unknown): readonly Check[] {
  const checks = at(body, 'required_status_checks', 'checks');
  return Array.isArray(checks) ? checks.flatMap((check) => checkOf(at(check, 'context'), at(check, 'app_id'))) : [];
}

function ofRule(rule: unknown): readonly Check[] {
  if (at(rule, 'type') !== 'required_status_checks') return [];
  const checks = at(rule, 'parameters', 'required_status_checks');
  return Array.isArray(checks)
    ? checks.flatMap((check) => checkOf(at(check, 'context'), at(check, 'integration_id')))
    : [];
}

/** Of an app, -1 means any. */
function checkOf(context: unknown, app: unknown): readonly Check[] {
  if (typeof context !== 'string') return [];
  return [{ context: context.slice(0, 80), app: typeof app === 'number' && app > 0 ? app : undefined }];
}
