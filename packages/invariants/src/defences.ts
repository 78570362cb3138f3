import { dangerousCallDefence } from './dangerous-call.ts';
import type { DefenceKind } from './defence-kind.ts';
import { guardDefence } from './guard/lost-guard.ts';
import { handlerDefence } from './handler/weakened-handler.ts';
import { lateGuardDefence } from './order/late-guard.ts';

/** Every kind of defence that is compared between base and head. */
export const DEFENCES: Readonly<Record<string, DefenceKind>> = {
  guard: guardDefence,
  handler: handlerDefence,
  order: lateGuardDefence,
  'dangerous-call': dangerousCallDefence,
};
