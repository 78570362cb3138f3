import type { TrustChange, TrustRequest } from '@pawl/checkpoint';
import { COULD_NOT_TELL } from '../exit-status.ts';
import type { Io } from '../io.ts';
import { paintFor } from '../paint.ts';
import { UsageError } from '../usage-error.ts';
import type { Command } from './command.ts';

interface TrustOptions {
  readonly action: string | undefined;
  readonly value: string | undefined;
  readonly repo: string | undefined;
  readonly target: string | undefined;
  readonly as: string | undefined;
  readonly 'print-anchor': boolean;
}

const ACTIONS = ['add-signer', 'add-verifier', 'remove-signer', 'remove-verifier', 'require'] as const;

export const trustCommand: Command<TrustOptions> = (io, done) => ({
  command: 'trust [action] [value]',
  describe: 'Show which locks count here and by whose word; a person changes it',
  builder: (yargs) =>
    yargs
      .positional('action', { type: 'string', choices: ACTIONS, describe: 'What to change; without it nothing is' })
      .positional('value', {
        type: 'string',
        describe:
          'To add: a key file or the line of a signer. To remove: a name or a fingerprint. To require: unsigned, advisory or locked',
      })
      .option('as', { type: 'string', requiresArg: true, describe: 'Whose key it is; else its comment says' })
      .option('print-anchor', {
        type: 'boolean',
        default: false,
        describe: 'Write the anchor out, for PAWL_ANCHOR in CI',
      })
      .option('repo', { type: 'string', requiresArg: true, describe: 'Another repository than this folder’s' })
      .option('target', { type: 'string', requiresArg: true, describe: 'The protected branch whose lock is meant' })
      .example('$0 trust', 'Show what is trusted, and from where')
      .example('$0 trust add-signer ~/.ssh/id_ed25519.pub', 'Trust locks that this key signed')
      .example('$0 trust require advisory', 'Let no lock count that is not signed')
      .example('$0 trust --print-anchor', 'Give CI or a server the same root of trust'),
  handler: async ({ action, value, as: name, repo: directory, target, 'print-anchor': printed }) => {
    const request = { directory, target };
    const change = action === undefined ? undefined : changeOf(action, value, name);
    if (change !== undefined && printed) throw usage('--print-anchor changes nothing, so it stands alone');
    if (printed) {
      const [{ printAnchor }, { anchorText }] = await Promise.all([
        import('@pawl/checkpoint'),
        import('../text/trust-json.ts'),
      ]);
      io.out(anchorText(await printAnchor(request, io.context)));
      return done(0);
    }
    done(await show(request, change, io));
  },
});

/** What was changed, if anything, and what is trusted then. To be shown a lock that does not count is "could not tell". */
async function show(request: TrustRequest, change: TrustChange | undefined, io: Io): Promise<number> {
  const [{ changeTrust, showTrust }, { trustText }, { trustJson }] = await Promise.all([
    import('@pawl/checkpoint'),
    import('../text/trust-text.ts'),
    import('../text/trust-json.ts'),
  ]);
  const changed = change && (await changeTrust(request, change, io.context));
  const trusted = await showTrust(request, io.context);
  const told = { trusted, changed };
  io.out(io.format === 'json' ? trustJson(told) : trustText(told, await paintFor(io.colour), io.columns));
  return trusted.lock.kind === 'refused' && change === undefined ? COULD_NOT_TELL : 0;
}

function changeOf(action: string, value: string | undefined, name: string | undefined): TrustChange {
  if (value === undefined) throw usage(`say what: pawl trust ${action} VALUE`);
  if (action === 'require') {
    const assurance = (['unsigned', 'advisory', 'locked'] as const).find((one) => one === value);
    if (assurance === undefined) throw usage(`${JSON.stringify(value)} is not one of unsigned, advisory, locked`);
    return { kind: 'require', assurance };
  }
  const role = action.endsWith('-verifier') ? 'verifier' : 'signer';
  return action.startsWith('add-') ? { kind: 'add', role, given: value, name } : { kind: 'remove', role, who: value };
}

function usage(message: string): UsageError {
  return new UsageError('usage', message, { next: 'pawl trust --help' });
}
