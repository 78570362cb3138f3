import { cut, visible } from '@pawl/report';

const INSTANT = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d):\d\d(?:\.\d+)?Z$/u;
/** As much of what is no instant as an instant would take. */
const COLUMNS = 16;

/** An ISO 8601 instant to the minute, as people write it. It is in UTC, so that two people read the same. */
export function whenText(instant: string): string {
  return INSTANT.test(instant) ? instant.replace(INSTANT, '$1 $2') : cut(visible(instant), COLUMNS);
}
