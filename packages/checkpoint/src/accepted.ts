import { type Config, isAcceptedUnexamined } from '@pawl/config';
import type { Coverage } from '@pawl/findings';
import { isFault } from './is-fault.ts';

/**
 * Coverage without the gaps that a person accepted in the configuration. Only the gap is accepted: what can be read of
 * such a file still is, and a file that was examined and no longer is stays lost coverage. Nobody accepts that a tool is missing or ends early:
 * it does so for base and head alike, and nothing would look lost.
 */
export function withoutAccepted({ examined, notExamined }: Coverage, config: Config): Coverage {
  return {
    examined,
    notExamined: notExamined.filter((gap) => isFault(gap) || !isAcceptedUnexamined(config, gap.file)),
  };
}
