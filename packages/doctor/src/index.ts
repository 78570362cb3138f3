export type { CheckUp, Found, Level } from './check-up.ts';
export { type CheckId, CHECKS, type Group, GROUPS } from './checks.ts';
export { DoctorError, type DoctorErrorCode } from './doctor-error.ts';
export { examine, type DoctorRequest } from './doctor.ts';
export { STATUS, WORST_FIRST } from './levels.ts';
