import type { Cache } from '@pawl/cache';
import { readResolvedConfig } from '@pawl/config';
import type { Repository } from '@pawl/git';
import type { AuditedLock } from '@pawl/ledger';
import type { Syntax } from '@pawl/syntax';
import { NO_LOGS } from '../compare-logs.ts';
import type { Context } from '../context.ts';
import { once } from '../once.ts';
import { openCacheFor } from '../open-cache-for.ts';
import { openScanners } from '../open-scanners.ts';
import { openWorkshop } from '../open-workshop.ts';
import { floorsBy } from '../security-tests/floors.ts';
import { toolFaults, toolsOf } from '../tools.ts';
import { defencesBy, suppressionsBy } from './facts-of-files.ts';
import type { Instruments } from './measure-change.ts';

export interface MeasureMeans {
  readonly syntax: Syntax;
  readonly cache: boolean;
  readonly context: Context;
}

export interface OpenedInstruments extends Instruments {
  readonly cache: () => Promise<Cache | undefined>;
  /** What they will not see, each in a sentence. */
  readonly missed: readonly string[];
  close(): Promise<void>;
}

/** Everything that a lock looks with and that can be asked of single files. */
export async function openInstruments(
  repository: Repository,
  stored: AuditedLock,
  { syntax, cache: wanted, context }: MeasureMeans,
): Promise<OpenedInstruments> {
  const { lock } = stored;
  const config = readResolvedConfig(lock.configuration);
  const request = { tier: 'full', cache: wanted, only: undefined } as const;
  const asked = { base: lock.commit, baseTree: lock.tree, head: lock.tree, config, locked: undefined, logs: NO_LOGS };
  const question = { ...asked, tier: request.tier, only: undefined };
  const by = { stored: { assurance: 'unsigned', ...stored } } as const;
  const workshop = await openWorkshop({ repository, question, locked: by }, syntax, request, context);
  const cache = once(() => openCacheFor(repository, context, request));
  const opened = await openScanners('full', config.scanners, workshop.pinOf);
  const scanners = { ...opened, installed: opened.installed.filter(({ scope }) => scope === 'file') };
  const whole = opened.installed.filter(({ scope }) => scope === 'tree');
  const changed = toolFaults(toolsOf([...scanners.embedded, ...scanners.installed]), lock.tools);
  return {
    ...{ workshop, config, scanners, cache },
    ...{ defences: defencesBy(syntax, cache), silenced: suppressionsBy(syntax) },
    floors: floorsBy(config.securityTests, syntax, cache),
    missed: [...whole.map(({ name }) => tooSlow(name)), ...changed.map(({ message }) => otherThan(message))],
    close: async () => {
      await workshop.close();
      await (await cache())?.close();
    },
  };
}

function tooSlow(name: string): string {
  return `the findings of ${name} count as they were locked: it looks at a whole project at once, and is not asked at every checkpoint`;
}

function otherThan(message: string): string {
  return `the measures are not quite comparable with those of the lock: ${message}`;
}
