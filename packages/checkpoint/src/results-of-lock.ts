import type { Inventory } from '@pawl/baseline';
import type { Finding, RawFinding } from '@pawl/findings';
import { type LedgerStore, loadInventory, type StoredLock } from '@pawl/ledger';
import type { Scanner, ScanResult } from '@pawl/scanner';
import { once } from './once.ts';
import type { Results } from './results.ts';
import { splitByFile } from './split-by-file.ts';
import type { Tool } from './tools.ts';

/**
 * Results, and behind them what the lock holds: the base was scanned when it was locked, and is not scanned again on a
 * machine that never saw it. Only the very tool and rules of the lock are answered for, and only single files: a whole tree
 * has another scope. Who recalls takes no file of another content, and none that was not examined to the end.
 */
export function resultsOfLock(results: Results, store: LedgerStore, stored: StoredLock): Results {
  const inventory = once(() => loadInventory(store, stored));
  const parts = new Map<string, Promise<(file: string) => ScanResult>>();
  const partOf = async (name: string, file: string): Promise<ScanResult> => {
    const part = parts.get(name) ?? inventory().then((all) => splitByFile(resultOf(name, all)));
    parts.set(name, part);
    return (await part)(file);
  };
  return {
    recall: async (scanner, content) => {
      const [file] = content;
      const kept = await results.recall(scanner, content);
      return kept !== undefined || file === undefined || !isLocked(scanner, stored.lock.tools)
        ? kept
        : partOf(scanner.name, file);
    },
    keep: results.keep,
  };
}

function isLocked({ name, scope, version, rulesDigest }: Scanner, tools: readonly Tool[]): boolean {
  const locked = tools.find((tool) => tool.name === name);
  return scope === 'file' && locked?.version === version && locked.rulesDigest === rulesDigest;
}

function resultOf(name: string, { findings, coverage }: Inventory): ScanResult {
  return {
    findings: findings.filter(({ tool }) => tool === name).map(toRaw),
    coverage: {
      examined: coverage.examined.filter(({ by }) => by === name),
      notExamined: coverage.notExamined.filter(({ by }) => by === name),
    },
  };
}

/** As the tool said it: the identity is made again from the text. */
function toRaw({ tool, rule, severity, message, cwe, location, suppressed }: Finding): RawFinding {
  const { file, line, column, endLine, endColumn } = location;
  return {
    tool,
    rule,
    severity,
    message,
    cwe,
    file,
    line,
    ...(column === undefined ? {} : { column }),
    ...(endLine === undefined ? {} : { endLine }),
    ...(endColumn === undefined ? {} : { endColumn }),
    ...(suppressed === undefined ? {} : { suppressed }),
  };
}
