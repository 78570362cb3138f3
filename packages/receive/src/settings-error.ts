import { PawlError } from '@pawl/errors';

/** The settings of a server that cannot be used: then nothing is let through. */
export class ReceiveSettingsError extends PawlError<'invalid-settings'> {
  constructor(where: string, mistakes: readonly string[], cause?: unknown) {
    const told = mistakes.map((mistake) => `  ${mistake}`).join('\n');
    super('invalid-settings', `the settings in ${where} cannot be used:\n${told}`, {
      next: `whoever runs this server mends ${where}`,
      cause,
    });
  }
}
