import { SignatureError, type SignatureErrorCode } from './signature-error.ts';

/** The code of the `SignatureError` that was thrown, `accepted` where none was; anything else that happens fails the test. */
export async function errorCode(run: () => unknown): Promise<SignatureErrorCode | 'accepted'> {
  try {
    await run();
  } catch (error) {
    if (error instanceof SignatureError) return error.code;
    throw error;
  }
  return 'accepted';
}
