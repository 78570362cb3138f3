import { digest, type LockedTool } from '@pawl/baseline';

/** A tool with the texts of its rules. A lock names it, and keeps the texts in files beside itself. */
export interface PinnedTool extends Omit<LockedTool, 'rules'> {
  readonly rules: readonly { readonly name: string; readonly text: string }[];
}

/** Where a text lies in the commit of a lock. The name of a tool may hold what a path should not. */
export function rulePath(tool: string, rule: string): string {
  return `tools/${encodeURIComponent(tool)}/${rule}`;
}

export function ruleFiles(tools: readonly PinnedTool[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    tools.flatMap(({ name, rules }) => rules.map((rule) => [rulePath(name, rule.name), rule.text])),
  );
}

export function withDigests({ rules, ...tool }: PinnedTool): LockedTool {
  return { ...tool, rules: rules.map(({ name, text }) => ({ name, digest: digest(text) })) };
}
