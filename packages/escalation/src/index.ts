export { paddedSize } from './padding.ts';
export { seal } from './seal.ts';
export { SealError, type SealErrorCode } from './seal-error.ts';
export { unseal } from './unseal.ts';
