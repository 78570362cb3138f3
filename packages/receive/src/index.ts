export { receive, type Received } from './receive.ts';
export { ReceiveError, type ReceiveErrorCode } from './receive-error.ts';
export { DEFAULT_SETTINGS, readReceiveSettings, type ReceiveSettings } from './settings.ts';
export { ReceiveSettingsError } from './settings-error.ts';
export { InstallError, type InstallErrorCode } from './install/install-error.ts';
export { serve, type Served, type ServeRequest } from './install/serve.ts';
