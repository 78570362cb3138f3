import { type Config, isAcceptedUnexamined } from '@pawl/config';
import type { Coverage } from '@pawl/findings';

/**
 * Coverage without the gaps that a person accepted in the configuration. Only the gap is accepted: what can be read of
 * such a file still is, and a file that was examined and no longer is stays lost coverage.
 */
export function withoutAccepted({ examined, notExamined }: Coverage, config: Config): Coverage {
  return { examined, notExamined: notExamined.filter(({ file }) => !isAcceptedUnexamined(config, file)) };
}
