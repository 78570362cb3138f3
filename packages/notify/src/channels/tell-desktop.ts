import type { Attempt } from '../attempt.ts';
import type { Means, Turn } from '../means.ts';
import { linesOf, type Message, messageOf } from '../message.ts';
import type { Notice } from '../notice.ts';
import { type Command, runFirst } from '../run-first.ts';
import type { DesktopChannel } from '../settings/settings.ts';

interface Desktop {
  readonly programs: readonly string[];
  readonly command: (message: Message) => Pick<Command, 'args' | 'input'>;
}

/** The script is ours and never changes; the text comes in as an argument, which AppleScript does not read as a script. */
const APPLE_SCRIPT = [
  'on run argv',
  'display notification (item 2 of argv) with title (item 1 of argv)',
  'end run',
] as const;

/** The text comes in on standard input and becomes a text node, so it is neither script nor XML. */
const TOAST_SCRIPT = `
$title = [Console]::In.ReadLine(); $text = [Console]::In.ReadToEnd()
[void][Windows.UI.Notifications.ToastNotificationManager, Windows.UI.Notifications, ContentType = WindowsRuntime]
$xml = [Windows.UI.Notifications.ToastNotificationManager]::GetTemplateContent('ToastText02')
$nodes = $xml.GetElementsByTagName('text')
[void]$nodes.Item(0).AppendChild($xml.CreateTextNode($title)); [void]$nodes.Item(1).AppendChild($xml.CreateTextNode($text))
$id = '{1AC14E77-02E7-4E5D-B744-2EB1AE5198B7}\\WindowsPowerShell\\v1.0\\powershell.exe'
[Windows.UI.Notifications.ToastNotificationManager]::CreateToastNotifier($id).Show([Windows.UI.Notifications.ToastNotification]::new($xml))
`;

const DESKTOPS: Readonly<Partial<Record<string, Desktop>>> = {
  linux: {
    programs: ['/usr/bin/notify-send', '/usr/local/bin/notify-send', '/run/current-system/sw/bin/notify-send'],
    command: (message) => ({
      args: ['--app-name=Pawl', '--urgency=critical', '--', message.title, linesOf(message).join('\n')],
      input: '',
    }),
  },
  darwin: {
    programs: ['/usr/bin/osascript'],
    command: (message) => ({
      args: [...APPLE_SCRIPT.flatMap((line) => ['-e', line]), message.title, linesOf(message).join('\n')],
      input: '',
    }),
  },
  win32: {
    programs: ['C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe'],
    command: (message) => ({
      args: [
        '-NoProfile',
        '-NonInteractive',
        '-EncodedCommand',
        Buffer.from(TOAST_SCRIPT, 'utf16le').toString('base64'),
      ],
      input: [message.title, ...linesOf(message)].join('\n'),
    }),
  },
};

/** One configuration serves desktops and servers, so a machine without a desktop is no failure. */
export async function tellDesktop(channel: DesktopChannel, notice: Notice, turn: Turn): Promise<Attempt> {
  const desktop = DESKTOPS[turn.means.platform];
  if (desktop === undefined) return { kind: 'skipped', why: 'this system has no desktop that is known' };
  const env = desktopEnvironment(turn.means);
  const programs = channel.program === undefined ? desktop.programs : [channel.program];
  const attempt = await runFirst(programs, { ...desktop.command(messageOf(notice)), env }, turn);
  return attempt ?? { kind: 'skipped', why: 'there is no program for desktop notifications on this machine' };
}

/** How a program finds the desktop of the person who sits there; nothing that preloads code. */
const NEEDED = [
  'HOME',
  'DISPLAY',
  'WAYLAND_DISPLAY',
  'XAUTHORITY',
  'XDG_RUNTIME_DIR',
  'DBUS_SESSION_BUS_ADDRESS',
  'SystemRoot',
] as const;

function desktopEnvironment({ env }: Means): Readonly<Record<string, string>> {
  const found = NEEDED.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]] as const]));
  return { ...Object.fromEntries(found), PATH: '/usr/bin:/bin', LC_ALL: 'C.UTF-8' };
}
