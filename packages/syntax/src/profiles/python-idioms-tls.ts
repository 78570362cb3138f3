import type { ElementKind, Idiom } from '../idiom.ts';
import { pythonIdiomRows } from './python-idiom-rows.ts';

const SET = ['option', 'assignment', 'comparison'] as const satisfies readonly ElementKind[];
const USE = ['call', 'option', 'assignment', 'subscript'] as const satisfies readonly ElementKind[];

export const PYTHON_IDIOMS_TLS: readonly Idiom[] = [
  ...pythonIdiomRows('tls', [
    [
      'careful',
      3,
      SET,
      /\b(?:ssl_|tls_|https_)?(?:verify|validate|check)(?:_ssl|_tls|_certs?|_certificates?|_cert|_hostname|_peer)?"?\]?(?::bool)?[=:](?:True|certifi\.where\(\))$/u,
    ],
    [
      'careless',
      3,
      SET,
      /\b(?:ssl_|tls_|https_)?verify(?:_ssl|_tls|_certs?|_certificates?|_hostname|_peer)?"?\]?[=:](?:False|0)$|\b(?:validate_certs?|check_hostname|assert_hostname|ssl_check_hostname|verify_hostname|ssl)"?[=:](?:False|0)$/u,
    ],
    [
      'careless',
      3,
      SET,
      /\b(?:ssl_)?(?:insecure|allow_insecure\w{0,20}|no_verify|skip_verify\w{0,10}|tls_insecure|tlsAllowInvalidCertificates|tlsInsecure|accept_insecure_certs|ignore_ssl\w{0,10}|disable_ssl\w{0,20}|ignore_https_errors|trust_all\w{0,10})"?(?::bool)?[=:]True$/u,
    ],
    [
      'careful',
      3,
      SET,
      /\b(?:ssl_)?(?:insecure|allow_insecure\w{0,20}|no_verify|skip_verify\w{0,10}|tls_insecure|accept_insecure_certs|ignore_ssl\w{0,10}|disable_ssl\w{0,20}|ignore_https_errors)"?(?::bool)?[=:]False$/u,
    ],
    [
      'careful',
      3,
      'call',
      /\bcreate_default_context\(|\bcreate_urllib3_context\(|\boptionsForClientTLS\(|\bplatformTrust\(|^certifi\.where\(|\bload_verify_locations\(|\bload_default_certs\(|\bset_default_verify_paths\(|\bload_cert_chain\(/u,
    ],
    [
      'careful',
      3,
      'call',
      /\bmatch_hostname\(|\bverify_hostname\(|\bset_verify\((?!.{0,30}VERIFY_NONE)|\bassert_fingerprint\(|\bverify_certificate\w*\(|\bcheck_certificate\w*\(|\bX509StoreContext\(/u,
    ],
    [
      'careful',
      3,
      USE,
      /\bCERT_REQUIRED\b|\bVERIFY_PEER\b|\bPROTOCOL_TLS_(?:CLIENT|SERVER)\b|\bOP_NO_(?:SSLv[23]|TLSv1(?:_1)?|COMPRESSION|RENEGOTIATION)\b|\bVERIFY_X509_STRICT\b|\bVERIFY_CRL_CHECK\w*\b/u,
    ],
    [
      'careful',
      3,
      ['option', 'assignment'],
      /\bminimum_version"?[=:].{0,40}TLSv1_[23]\b|\btls_version"?[=:].{0,30}1[._][23]\b/u,
    ],
    [
      'careful',
      3,
      'option',
      /^(?:server_hostname|ca_certs|cafile|ca_file|capath|cadata|ssl_context|ssl_ca\w{0,8}|ca_cert|cert_reqs|assert_hostname|assert_fingerprint|hostname)=(?!None|False|""|ssl\.CERT_NONE|"CERT_NONE)/u,
    ],
    ['careless', 3, USE, /\bCERT_(?:NONE|OPTIONAL)\b|\bVERIFY_NONE\b/u],
    ['careless', 3, USE, /\b_create_(?:unverified|stdlib)_context\b|\b_create_default_https_context=/u],
    [
      'careless',
      3,
      'call',
      /\bdisable_warnings\(|\bInsecureRequestWarning\b|\bsimplefilter\("ignore",.{0,40}Insecure/u,
    ],
    [
      'careless',
      3,
      USE,
      /\bPROTOCOL_(?:SSLv2|SSLv3|SSLv23|TLSv1|TLSv1_1)\b|\bSSLv(?:2|3|23)_METHOD\b|\bTLSv1(?:_1)?_METHOD\b|\bTLSVersion\.(?:SSLv3|TLSv1|TLSv1_1)\b/u,
    ],
    [
      'careless',
      3,
      'call',
      /^ssl\.wrap_socket\(|\bset_ciphers\("(?:ALL|DEFAULT:!|.{0,40}(?:SECLEVEL=[01]|RC4|aNULL|eNULL))|\bClientContextFactory\(\)|^ssl\.SSLContext\(\)$/u,
    ],
    [
      'careless',
      3,
      'string',
      /\bSECLEVEL=[01]\b|StrictHostKeyChecking=no\b|UserKnownHostsFile=\/dev\/null|--no-check-certificate|--insecure\b|--trusted-host\b|\bsslmode=(?:disable|allow|prefer)\b|GIT_SSL_NO_VERIFY/u,
    ],
    ['careful', 3, 'string', /StrictHostKeyChecking=(?:yes|accept-new)|\bsslmode=(?:verify-full|verify-ca|require)\b/u],
    ['careless', 3, USE, /\b(?:AutoAddPolicy|WarningPolicy|MissingHostKeyPolicy)\b|\bknown_hosts=None\b/u],
    ['careful', 3, 'call', /\bRejectPolicy\(|\bload_system_host_keys\(|\bload_host_keys\(|\bget_host_keys\(/u],
    [
      'careful',
      3,
      'call',
      /\.starttls\(|\bSMTP_SSL\(|\bFTP_TLS\(|\bIMAP4_SSL\(|\bPOP3_SSL\(|\.prot_p\(\)|\bHTTPSConnection\(/u,
    ],
    [
      'careless',
      2,
      'call',
      /^smtplib\.SMTP\(|^(?:ftplib\.)?FTP\(|^imaplib\.IMAP4\(|^poplib\.POP3\(|^telnetlib\.Telnet\(|\bHTTPConnection\(|\badd_insecure_port\(|\binsecure_channel\(/u,
    ],
    ['careful', 3, 'call', /\badd_secure_port\(|\bsecure_channel\(|\bssl_channel_credentials\(/u],
    ['careful', 2, 'option', /^(?:use_tls|use_ssl|start_tls|starttls|ssl|require_tls|encrypted?|tls)=True$/u],
    ['careless', 3, 'option', /^(?:use_tls|use_ssl|start_tls|starttls|require_tls|encrypted?|tls)=False$/u],
    [
      'careless',
      1,
      ['string', 'assignment'],
      /^(?:\w{1,40}=)?"http:\/\/(?!localhost|127\.|0\.0|www\.w3|schemas|\{|%|\[|example|testserver|purl|xmlns|\*|")[\w.-]{1,80}\.[a-z]/u,
    ],
    ['careless', 2, ['string', 'option'], /^(?:host|bind|address|listen|server_name|server_host)?=?"0\.0\.0\.0"$/u],
    [
      'careful',
      2,
      'option',
      /^(?:host|bind|address|listen|server_name|server_host)="(?:127\.0\.0\.1|localhost|::1)"$/u,
    ],
    ['careful', 3, ['guard', 'comparison'], /\bscheme\b(?:==|!=)"https"|\bis_secure\b|\bis_secure_origin\b/u],
    ['careless', 3, ['call', 'subscript', 'assignment'], /\bOPT_X_TLS_(?:NEVER|ALLOW)\b|"PYTHONHTTPSVERIFY"\]="0"/u],
    ['careful', 3, ['call', 'assignment'], /\bOPT_X_TLS_(?:DEMAND|HARD)\b/u],
    ['careless', 2, 'call', /\.bind\(\("(?:0\.0\.0\.0|::)?",/u],
  ]),
];
