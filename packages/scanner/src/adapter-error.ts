import { PawlError } from '@pawl/errors';

/** Why a tool cannot be used. */
export type AdapterErrorCode =
  /** The tool is not on `PATH`, or only inside the judged repository. */
  | 'tool-missing'
  /** The tool is there and does not say which version it is. */
  | 'version-unreadable'
  /** Another version than the pinned one answered (E13). */
  | 'wrong-version'
  /** A rule file or pack that the configuration names is not there, or cannot be fetched from here. */
  | 'rules-missing'
  /** A rule file or pack that cannot be used: no rules, or broken. */
  | 'rules-broken';

/** A tool that cannot be used as configured. */
export class AdapterError extends PawlError<AdapterErrorCode> {}
