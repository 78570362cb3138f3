export type { Delivery } from './delivery.ts';
export { doErrand, type Errand } from './errand.ts';
export { type Flushed, flushOutbox, type FlushOptions } from './flush-outbox.ts';
export { handOver, type Stop } from './hand-over.ts';
export type { HttpFault, HttpReply, HttpRequest, Means, ProgramEnd, ProgramRun } from './means.ts';
export type { Notice } from './notice.ts';
export { notifyAll } from './notify-all.ts';
export { NotifyError, type NotifyErrorCode } from './notify-error.ts';
export { owe } from './owe.ts';
export { readSecret } from './read-secret.ts';
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
export { sendTest } from './send-test.ts';
export { sendErrand } from './system/send-errand.ts';
export { systemMeans } from './system/system-means.ts';
