import { NotifyError } from '../notify-error.ts';
import type { SettingsMistake } from './rule.ts';
import type { AddressSource, Channel, NotifySettings, SecretSource } from './settings.ts';
import { settingsRule } from './settings-rules.ts';

const BUDGET_MS = 10_000;

const KNOWN_API: Readonly<Partial<Record<string, string>>> = {
  github: 'https://api.github.com',
  gitlab: 'https://gitlab.com/api/v4',
};

/** Every mistake in what stands under `notify`, for whoever reads a larger configuration and knows lines and columns. */
export function notifyMistakes(json: unknown): readonly SettingsMistake[] {
  return settingsRule(json, []);
}

/**
 * What stands under `notify`, with its defaults, the channels by name. `json` is data as `JSON.parse` gives it.
 *
 * @throws NotifyError `invalid-settings`, with every mistake and none of the values.
 */
export function readNotifySettings(json: unknown): NotifySettings {
  const mistakes = notifyMistakes(json);
  if (mistakes.length > 0) throw invalid(mistakes);
  const { repository, budgetMs, inconclusive, channels } = json as WrittenSettings;
  return {
    repository,
    budgetMs: budgetMs ?? BUDGET_MS,
    inconclusive: inconclusive ?? false,
    channels: Object.keys(channels)
      .sort()
      .map((name) => resolved(name, channels[name] as WrittenChannel)),
  };
}

interface WrittenChannel {
  readonly kind: Channel['kind'];
  readonly url?: AddressSource;
  readonly token?: SecretSource;
  readonly api?: string;
  readonly private?: boolean;
}

interface WrittenSettings {
  readonly repository: string;
  readonly budgetMs?: number;
  readonly inconclusive?: boolean;
  readonly channels: Readonly<Record<string, WrittenChannel>>;
}

function resolved(name: string, written: WrittenChannel): Channel {
  const { kind } = written;
  if (kind === 'desktop' || kind === 'mail') return { ...written, name } as Channel;
  const open = { ...written, name, private: written.private ?? false };
  if (kind === 'slack' || kind === 'teams' || kind === 'webhook') return open as Channel;
  return { ...open, api: written.api ?? KNOWN_API[kind] } as Channel;
}

function invalid(mistakes: readonly SettingsMistake[]): NotifyError {
  const lines = mistakes.map(
    ({ path, at, message }) => `  ${whereOf(at === 'key' ? path.slice(0, -1) : path)} ${message}`,
  );
  return new NotifyError('invalid-settings', ['the settings for telling people cannot be used:', ...lines].join('\n'), {
    next: 'mend "notify" in pawl.config.jsonc, then pawl lock',
  });
}

function whereOf(path: SettingsMistake['path']): string {
  const shown = path.map((step) => (/^[\w-]{1,32}$/u.test(String(step)) ? String(step) : '(not shown)'));
  return ['notify', ...shown].join('.');
}
