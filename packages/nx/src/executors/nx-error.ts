import { PawlError } from '@pawl/errors';

export type NxErrorCode = 'no-work-tree' | 'part-incomplete' | 'verdict-cacheable';

export class NxError extends PawlError<NxErrorCode> {}
