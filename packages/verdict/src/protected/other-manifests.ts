import { securityDependencyChanges, type Wanted } from './dependency-change.ts';
import type { ProtectedChange } from './protected-change.ts';

/** Manifests of Go and Ruby, as far as they name what protects something. */
export const OTHER_MANIFEST: RegExp = /(?:^|\/)(?:go\.mod|Gemfile)$/u;

const ENTRY =
  /^[ \t]*(?:require[ \t]+)?([\w.-]+\.[a-z]+\/[^\s]+)[ \t]+(v\d\S*)|^[ \t]*gem[ \t]*\(?["']([\w.-]+)["'](?:[ \t]*,[ \t]*["']([^"']*)["'])?/gmu;

export function otherManifestChanges(
  before: string | undefined,
  after: string | undefined,
): readonly ProtectedChange[] {
  return before === undefined || after === undefined
    ? []
    : securityDependencyChanges('other', wantedIn(before), wantedIn(after));
}

function wantedIn(text: string): Wanted {
  const bare = text.replace(/(?:^|[ \t])(?:\/\/|#).*$/gmu, '');
  return new Map(
    [...bare.matchAll(ENTRY)].map(([, module, version, gem, range]) => [
      // A major version is a part of the name of a module.
      module?.replace(/\/v\d+$/u, '') ?? gem ?? '',
      { range: version ?? range ?? '', isShipped: true },
    ]),
  );
}
