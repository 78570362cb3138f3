import { type Refuse, SignatureError } from './signature-error.ts';

const NEXT = 'look at who may sign and mend it: pawl trust';

export const refuseSigners: Refuse = (why) =>
  new SignatureError('signers-malformed', `the list of who may sign is malformed: ${why}`, { next: NEXT });

export const refuseWildcard: Refuse = (what) =>
  new SignatureError('signer-wildcard', `${what} could stand for more than one`, { next: NEXT });
