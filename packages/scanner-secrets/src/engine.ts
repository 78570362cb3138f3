/** What a rule of secretlint reports: `data` holds the secret, and nothing else does. */
export interface Report {
  /** Like `github/GITHUB_TOKEN`. */
  readonly id: string;
  /** Offsets in UTF-16 units; the end is exclusive. */
  readonly range: readonly [start: number, end: number];
  readonly data: Readonly<Record<string, unknown>>;
}

export interface Engine {
  readonly lint: (text: string, file: string) => readonly Report[];
}

/** The part of secretlint's contract for rules that its scanning rules use. */
interface SecretlintRule {
  readonly meta: { readonly id: string };
  create(context: SecretlintContext, options: object): { file(source: Source): unknown };
}

interface SecretlintContext {
  readonly createTranslator: () => (messageId: string, data: Report['data']) => Pick<Report, 'id' | 'data'>;
  readonly report: (report: { readonly message: Pick<Report, 'id' | 'data'>; readonly range: Report['range'] }) => void;
}

interface Source {
  readonly content: string;
  readonly filePath: string;
  readonly ext: string;
}

/** The identity of an AWS key is looked for as well: where it stands, its secret stood or stands nearby. */
const OPTIONS: Readonly<Record<string, object>> = { aws: { enableIDScanRule: true } };

/**
 * Loads secretlint's recommended rules and runs them ourselves. Its own runner honours comments that switch rules off,
 * builds messages that repeat the secret, and keeps a profile of every rule and file whose cost grows with its square.
 */
export async function loadEngine(): Promise<Engine> {
  const { rules } = await import('@secretlint/secretlint-rule-preset-recommend');
  const scanners = (rules as unknown as readonly SecretlintRule[]).filter(
    ({ meta }) => nameOf(meta.id) !== 'filter-comments',
  );
  return { lint: (text, file) => scanners.flatMap((rule) => reportsOf(rule, { content: text, ...disguise(file) })) };
}

function reportsOf({ meta, create }: SecretlintRule, source: Source): readonly Report[] {
  const name = nameOf(meta.id);
  const reports: Report[] = [];
  const context: SecretlintContext = {
    createTranslator: () => (messageId, data) => ({ id: `${name}/${messageId}`, data }),
    report: ({ message, range }) => reports.push({ ...message, range }),
  };
  const pending = create(context, OPTIONS[name] ?? {}).file(source);
  if (pending !== undefined) throw new Error(`the rule ${name} is not done when it returns`);
  return reports;
}

function nameOf(ruleId: string): string {
  return ruleId.replace('@secretlint/secretlint-rule-', '');
}

/**
 * The rules know the file by a name of ours: some look at it, one even opens the file of that name. Only the two kinds of
 * name that widen what is looked for are passed on.
 */
function disguise(file: string): { readonly filePath: string; readonly ext: string } {
  const filePath = file.endsWith('.npmrc') ? '.npmrc' : 'package.json';
  return { filePath, ext: /\.json$/iu.test(file) ? '.json' : '' };
}
