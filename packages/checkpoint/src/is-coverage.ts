import type { Coverage } from '@pawl/findings';
import { hasTexts, isListOf, isRecord } from './plain-data.ts';

/** Whether what was read from somewhere is a coverage. */
export function isCoverage(value: unknown): value is Coverage {
  if (!isRecord<Coverage>(value)) return false;
  return (
    isListOf(value.examined, (record) => hasTexts(record, ['file', 'blob', 'by'])) &&
    isListOf(value.notExamined, (record) => hasTexts(record, ['file', 'blob', 'by', 'code', 'why']))
  );
}
