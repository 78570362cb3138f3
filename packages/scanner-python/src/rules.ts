import type { Severity } from '@pawl/findings';

export interface Rule {
  readonly severity: Severity;
  readonly cwe: string;
}

function rule(severity: Severity, cwe: number): Rule {
  return { severity, cwe: `CWE-${String(cwe)}` };
}

/**
 * Ruff's S rules with the severity and the CWE that Bandit publishes for each. Raised, because they run text as code or
 * as a command and are judged alike in every language: S102, S301, S302, S307, S506, S602, S604, S605, S610, S611.
 */
export const RULES: Readonly<Record<string, Rule>> = {
  S102: rule('high', 78), // exec
  S103: rule('high', 732), // permissive file mode
  S201: rule('high', 94), // Flask with its debugger
  S202: rule('high', 22), // tarfile.extractall
  S301: rule('high', 502), // pickle
  S302: rule('high', 502), // marshal
  S303: rule('medium', 327), // MD2, MD4, MD5, SHA-1
  S304: rule('high', 327), // broken cipher
  S305: rule('medium', 327), // ECB
  S306: rule('medium', 377), // mktemp
  S307: rule('high', 95), // eval
  S308: rule('medium', 79), // mark_safe
  S312: rule('high', 319), // telnet
  S313: rule('medium', 611), // XML: cElementTree
  S314: rule('medium', 611), // XML: ElementTree
  S315: rule('medium', 611), // XML: expatreader
  S316: rule('medium', 611), // XML: expatbuilder
  S317: rule('medium', 611), // XML: sax
  S318: rule('medium', 611), // XML: minidom
  S319: rule('medium', 611), // XML: pulldom
  S321: rule('high', 319), // FTP
  S323: rule('medium', 295), // unverified TLS context
  S324: rule('high', 327), // broken hash
  S501: rule('high', 295), // certificates not verified
  S502: rule('high', 327), // broken version of TLS
  S503: rule('medium', 327), // broken version of TLS as a default
  S505: rule('high', 326), // short key
  S506: rule('high', 20), // yaml.load
  S507: rule('high', 295), // host key not verified
  S508: rule('medium', 319), // SNMP without encryption
  S509: rule('medium', 319), // SNMP without authentication
  S601: rule('medium', 78), // Paramiko
  S602: rule('high', 78), // subprocess with a shell
  S604: rule('high', 78), // any call with shell=True
  S605: rule('high', 78), // os.system
  S608: rule('medium', 89), // assembled SQL
  S609: rule('high', 155), // wildcard in a command
  S610: rule('high', 89), // Django extra()
  S611: rule('high', 89), // Django RawSQL
  S612: rule('medium', 94), // logging.config.listen
  S701: rule('high', 94), // Jinja2 without escaping
  S702: rule('medium', 80), // Mako without escaping
  S704: rule('medium', 79), // Markup of text that is not a constant
};

/**
 * Left out, with the reason. A rule that is in neither table makes the file "not examined": a new version of Ruff must
 * not bring in a rule that nobody has judged.
 */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  S101: 'every test asserts',
  S104: 'a container must listen on all interfaces',
  S105: 'guesses from a name: `token_type = "bearer"`; the secrets scanner looks at the value',
  S106: 'as S105',
  S107: 'as S105',
  S108: 'every test names a file in /tmp',
  S110: 'a swallowed error is a lost defence only where there was a narrower one, which is what invariants compare',
  S112: 'as S110',
  S113: 'a time limit that was there and is gone is a lost defence, which is what invariants compare',
  S310: 'fires on every urlopen, whatever the address',
  S311: 'fires on every use of `random`, most of which keep no secret',
  S401: 'an import does nothing',
  S402: 'an import does nothing',
  S403: 'an import does nothing',
  S404: 'an import does nothing',
  S405: 'an import does nothing',
  S406: 'an import does nothing',
  S407: 'an import does nothing',
  S408: 'an import does nothing',
  S409: 'an import does nothing',
  S411: 'an import does nothing',
  S412: 'an import does nothing',
  S413: 'an import does nothing',
  S415: 'an import does nothing',
  S504: 'fires on the secure default too',
  S603: 'fires on the safe way to start a process',
  S606: 'fires on the safe way to start a process',
  S607: 'fires on `["git", …]`',
};
