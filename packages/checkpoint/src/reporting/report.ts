import { basename, dirname, join } from 'node:path';
import type { Repository } from '@pawl/git';
import { type AgentReport, REPORT_SCHEMA, redacted, type ReportData } from '@pawl/report/page';
import { audienceOf } from '../audience.ts';
import { type Context, repositoryOf } from '../context.ts';
import { ENGINE_VERSION } from '../engine-version.ts';
import { agentStanding } from './agent-standing.ts';
import { tellAll } from './tell-all.ts';
import type { ReportProgress, ReportRequest } from './report-request.ts';

export interface Reported {
  readonly data: ReportData | AgentReport;
  /** Loops that the report is not about; never for an agent. */
  readonly otherLoops: readonly string[];
  /** Our own folder in the git folder, which nothing tracks. */
  readonly folder: string;
}

/**
 * Everything that is known of a loop, recomputed from git objects. Writes nothing in the repository. Who is not plainly a person at a terminal gets
 * what an agent may know, whatever was asked for, and for it nothing else is even read.
 *
 * @throws ReportError `no-such-loop`
 */
export async function report(
  request: ReportRequest,
  context: Context,
  progress: ReportProgress = () => undefined,
): Promise<Reported> {
  const repository = await repositoryOf(context, request.directory);
  const branch = await repository.branch();
  const folder = join(repository.commonDir, 'pawl');
  const blank = blankReport(repository, branch, context);
  const isAgent = audienceOf({ env: context.env, branch, terminal: context.terminal }) === 'agent';
  if (isAgent || request.audience === 'agent') {
    const standing = await agentStanding(repository, branch, request, context);
    return { data: redacted({ ...blank, ...standing }), otherLoops: [], folder };
  }
  const { told, otherLoops } = await tellAll({ repository, branch }, request, context, progress);
  return { data: { ...blank, ...told }, otherLoops, folder };
}

/** A report of a repository in which there is nothing. */
function blankReport({ commonDir }: Repository, branch: string | undefined, { now }: Pick<Context, 'now'>): ReportData {
  return {
    ...{ schema: REPORT_SCHEMA, audience: 'human', madeAt: now().toISOString(), pawl: ENGINE_VERSION },
    ...{ repository: nameOf(commonDir), branch: branch ?? null, target: null },
    ...{ lock: null, loop: null, checkpoints: [], cases: [], coverage: null, suppressions: null, waivers: null },
    tests: null,
    ledger: { state: 'not-verified', basis: null, chains: [], faults: [] },
    missing: [],
  };
}

/** What people call it, from whichever of its worktrees they look. */
function nameOf(commonDir: string): string {
  const folder = basename(commonDir) === '.git' ? dirname(commonDir) : commonDir;
  return basename(folder).replace(/\.git$/u, '');
}
