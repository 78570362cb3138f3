import { type Job, tightness } from '@pawl/verdict';
import { type Found, ok, weak } from '../check-up.ts';
import { counted } from '../plural.ts';
import type { JudgingPipeline } from './judging-pipeline.ts';

/** Whatever runs beside the judge can change the judge, so who may change that matters as much (C01, H15). */
export function checkPinned({ path, jobs, platform }: JudgingPipeline): Found {
  const loose = [...new Set([...looseUses(jobs), ...looseCommands(jobs)])];
  const [first] = loose;
  if (first === undefined) return ok('ci-pinned', `${path}: what runs beside Pawl is pinned`);
  const more = loose.length > 1 ? ` and ${counted(loose.length - 1, 'other')}` : '';
  const mend =
    platform === 'github'
      ? 'name actions by the 40 digits of a commit, and pawl by version (npm ci)'
      : 'name each by version and digest';
  return weak('ci-pinned', `${path}: ${first}${more} can be changed by whoever publishes it`, mend);
}

/** What lies in the repository is judged with it; an image is as tight as its digest. */
function looseUses(jobs: readonly Job[]): readonly string[] {
  const uses = jobs.flatMap(({ steps }) => steps.flatMap((step) => step.uses ?? []));
  return uses.filter((name) => !name.startsWith('./') && tightness(name.slice(name.lastIndexOf('@') + 1)) < 3);
}

/** Without an installation from a lock file before it, npx fetches whatever is newest. */
function looseCommands(jobs: readonly Job[]): readonly string[] {
  return jobs.flatMap(({ steps }) => {
    const lines = steps.flatMap(({ commands }) => commands);
    const isHeld = lines.some((line) =>
      /\bnpm (?:ci|clean-install)\b|--frozen-lockfile\b|--immutable\b|\bpawl@\d+\.\d+\.\d+/u.test(line),
    );
    const floating = lines
      .map((line) => /\bnpx (?:-\S+ )*pawl(?:@(?:latest|next|[\^~]\S+|\d+|\d+\.\d+))?(?= )/u.exec(line)?.[0])
      .find((found) => found !== undefined);
    return isHeld || floating === undefined ? [] : [floating];
  });
}
