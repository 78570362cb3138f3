/** A secret that does not stand in the configuration: by the name of a variable, or by the absolute path of a file. */
export type SecretSource = { readonly env: string } | { readonly file: string };

/** An address of a webhook is a password to it. It may stand in the configuration all the same; it is never shown. */
export type AddressSource = string | SecretSource;

/** A notice on the desktop of whoever works here. */
export interface DesktopChannel {
  readonly kind: 'desktop';
  readonly name: string;
  /** The absolute path of `notify-send`, where it lies in no usual place. */
  readonly program?: string;
}

/** A chat, or a server of one's own. */
export interface WebhookChannel {
  readonly kind: 'slack' | 'teams' | 'webhook';
  readonly name: string;
  readonly url: AddressSource;
  /** Whether the address may be of this machine or of a private network. */
  readonly private: boolean;
}

/** A mail by the local `sendmail`. */
export interface MailChannel {
  readonly kind: 'mail';
  readonly name: string;
  readonly from: string;
  readonly to: readonly string[];
  /** The absolute path of `sendmail`, where it lies in no usual place. */
  readonly program?: string;
}

/** A platform with issues. */
export type Forge = 'github' | 'gitlab' | 'gitea';

/** An issue, or a comment on one. It is told nothing but the number of the case. */
export interface ForgeChannel {
  readonly kind: Forge;
  readonly name: string;
  /** The root of the API, as `https://api.github.com`. */
  readonly api: string;
  readonly private: boolean;
  /** `owner/name`; GitLab has groups in groups. */
  readonly project: string;
  readonly token: SecretSource;
  /** The issue to comment on; without one each case opens an issue. */
  readonly issue?: number;
}

/** One way of telling people, by its `name` in the settings. Only what is named is told. */
export type Channel = DesktopChannel | WebhookChannel | MailChannel | ForgeChannel;

/** What stands under `notify` of a configuration, with its defaults. */
export interface NotifySettings {
  /** As people call the repository. */
  readonly repository: string;
  /** For one notice on all channels, in milliseconds. */
  readonly budgetMs: number;
  /** Whether people are told too when Pawl could not tell. */
  readonly inconclusive: boolean;
  readonly channels: readonly Channel[];
}
