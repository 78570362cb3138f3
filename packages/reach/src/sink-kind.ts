/** What can go wrong where untrusted data arrives. */
export type SinkKind =
  'sql' | 'nosql' | 'shell' | 'code' | 'file' | 'network' | 'html' | 'redirect' | 'template' | 'deserialise';

/** Where data comes from that somebody outside chose. */
export type SourceKind = 'http' | 'message' | 'task' | 'browser' | 'cli' | 'env' | 'file' | 'data';

interface Meaning {
  readonly cwe: string;
  /** To end "which lets an attacker …". */
  readonly danger: string;
}

export const SINK_KINDS: Readonly<Record<SinkKind, Meaning>> = {
  sql: { cwe: 'CWE-89', danger: 'change the query' },
  nosql: { cwe: 'CWE-943', danger: 'change the query' },
  shell: { cwe: 'CWE-78', danger: 'run commands of their own' },
  code: { cwe: 'CWE-94', danger: 'run code of their own' },
  file: { cwe: 'CWE-22', danger: 'choose the file' },
  network: { cwe: 'CWE-918', danger: 'choose where the server connects to' },
  html: { cwe: 'CWE-79', danger: 'run scripts in other people’s browsers' },
  redirect: { cwe: 'CWE-601', danger: 'send people to a site of their own' },
  template: { cwe: 'CWE-1336', danger: 'write the template' },
  deserialise: { cwe: 'CWE-502', danger: 'build objects of their own' },
};

const ORDER = Object.keys(SINK_KINDS) as readonly SinkKind[];

/** Sets of sink kinds are masks: a file has thousands of them, and they are joined and compared all the time. */
export function maskOf(kinds: readonly SinkKind[]): number {
  return kinds.reduce((mask, kind) => mask | (1 << ORDER.indexOf(kind)), 0);
}

export const ALL: number = maskOf(ORDER);

const EXECUTING: readonly SinkKind[] = ['shell', 'code', 'sql', 'template', 'deserialise'];

/**
 * What counts from where. Whoever may start a program or set its environment chooses its files and hosts anyway: that is
 * what arguments are for. They still are no commands, queries or code.
 */
export const COUNTS: Readonly<Record<SourceKind, readonly SinkKind[]>> = {
  http: ORDER,
  message: ORDER,
  // The project itself puts most of it there.
  task: EXECUTING,
  browser: ['code', 'html', 'redirect', 'template'],
  cli: EXECUTING,
  env: ['shell', 'code'],
  file: ['shell'],
  data: ['shell', 'code', 'sql'],
};

/** To say where data comes from: "data from …". */
export const SOURCE_WORDS: Readonly<Record<SourceKind, string>> = {
  http: 'a request',
  message: 'a message queue',
  task: 'a queued task',
  browser: 'the address or a message of another window',
  cli: 'the command line',
  env: 'the environment',
  file: 'a file',
  data: 'decoded data',
};
