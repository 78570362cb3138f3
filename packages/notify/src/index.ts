export type { Delivery } from './delivery.ts';
export { type Flushed, flushOutbox } from './flush-outbox.ts';
export type { HttpFault, HttpReply, HttpRequest, Means, ProgramEnd, ProgramRun } from './means.ts';
export type { Notice } from './notice.ts';
export { notifyAll } from './notify-all.ts';
export { NotifyError, type NotifyErrorCode } from './notify-error.ts';
export { notifyMistakes, readNotifySettings } from './settings/read-notify-settings.ts';
export type { SettingsMistake } from './settings/rule.ts';
export type {
  AddressSource,
  Channel,
  DesktopChannel,
  Forge,
  ForgeChannel,
  MailChannel,
  NotifySettings,
  SecretSource,
  WebhookChannel,
} from './settings/settings.ts';
export { systemMeans } from './system/system-means.ts';
