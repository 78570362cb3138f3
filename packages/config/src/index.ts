export type {
  CodeqlSettings,
  Config,
  Limits,
  People,
  SarifSettings,
  Scanners,
  SemgrepSettings,
  Sensitivity,
} from './config.ts';
export { ConfigError, type ConfigErrorCode, type LocatedMistake } from './config-error.ts';
export { CONFIG_FILE, defaultConfigText, type DefaultConfigOptions } from './default-config-text.ts';
export { isAcceptedUnexamined, isExcluded, isProtected } from './excluded-files.ts';
export { parseConfig } from './parse-config.ts';
export { readResolvedConfig } from './read-resolved-config.ts';
export { resolveConfig } from './resolve-config.ts';
export type { WrittenConfig, WrittenPolicy, WrittenRuling } from './written-config.ts';
