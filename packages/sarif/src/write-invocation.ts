import type { Invocation, Notification } from 'sarif';
import type { SarifFailure } from './sarif-input.ts';
import { type Files, writeFile } from './write-location.ts';

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
