import { cleanEnv } from './clean-env.ts';

/** How npm reaches its registry and its cache. What `npm test` sets for the workspace (`npm_config_local_prefix`) is left out. */
const KEPT =
  /^(?:HOME|NODE_EXTRA_CA_CERTS|npm_config_(?:registry|cache|userconfig|offline|prefer_offline)|(?:https?|no)_proxy)$/iu;

/** The environment for npm alone: it installs with the developer's own registry set-up, or it would reach none. */
export function npmEnv(root: string): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => KEPT.test(name));
  return { ...cleanEnv(root), ...Object.fromEntries(kept), npm_config_update_notifier: 'false' };
}
