import { SINK_KINDS } from './sink-kind.ts';

/** Every rule that a finding may have, and what it means. */
export const REACH_RULES: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(SINK_KINDS).map(([kind, { danger }]) => [
    `path-to-${kind}`,
    `Data from outside newly reaches a call, with no check on the way, that lets an attacker ${danger}.`,
  ]),
);
