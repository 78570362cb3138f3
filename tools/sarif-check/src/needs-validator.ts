import { beforeEach } from 'vitest';
import { validator } from './validator.ts';

/** For tests with the validator: where npm could not install it they are skipped and say why; on CI they have to run. */
export function needsValidator(): void {
  const isMissing = validator() === undefined;
  beforeEach(({ skip }) => {
    skip(isMissing && !process.env['CI'], '@microsoft/sarif-multitool-linux is not installed on this platform');
  });
}
