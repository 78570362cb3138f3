import type { ReachProfile } from './profile.ts';
import { javascript } from './profiles/javascript.ts';
import { python } from './profiles/python.ts';

const PROFILES: readonly ReachProfile[] = [javascript, python];

/** What is known of the language of a file, by its extension. */
export function profileOf(file: string): ReachProfile | undefined {
  return PROFILES.find(({ extensions }) => extensions.some((extension) => file.endsWith(extension)));
}
