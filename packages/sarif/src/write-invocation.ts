import type { Invocation, Notification } from 'sarif';
import { type Files, writeFile } from './write-location.ts';

/** Something that kept the tool from examining everything. */
export interface SarifFailure {
  readonly text: string;
  /** A stable word for what kind of failure it is. */
  readonly id?: string;
  /** The file that was not examined. */
  readonly file?: string;
}

/** With any failure the log says that the run failed: no reader may take few results for few problems. */
export function writeInvocation(failures: readonly SarifFailure[], files: Files): Invocation {
  if (failures.length === 0) return { executionSuccessful: true };
  return {
    executionSuccessful: false,
    toolExecutionNotifications: failures.map((failure) => writeNotification(failure, files)),
  };
}

function writeNotification({ text, id, file }: SarifFailure, files: Files): Notification {
  return {
    level: 'error',
    ...(id === undefined ? {} : { descriptor: { id } }),
    message: { text },
    ...(file === undefined ? {} : { locations: [{ physicalLocation: { artifactLocation: writeFile(file, files) } }] }),
  };
}
