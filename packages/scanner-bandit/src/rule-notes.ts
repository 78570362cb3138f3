import type { RuleNote } from '@pawl/scanner';

const DOCS = 'https://bandit.readthedocs.io/en/latest';

type Known = Omit<RuleNote, 'rule'>;

/** A test of its own, with a page that is called like it. */
function plugin(title: string, cwe: number, page?: string): (id: string) => Known {
  return (id) => known(title, cwe, `plugins/${page ?? `${id.toLowerCase()}_${title}`}.html`);
}

/** One of its lists of calls and imports. */
function listed(title: string, cwe: number, list: 'calls' | 'imports', anchor: string): (id: string) => Known {
  return () => known(title, cwe, `blacklists/blacklist_${list}.html#${anchor}`);
}

function known(title: string, cwe: number, page: string): Known {
  return { title, cwe: [`CWE-${String(cwe)}`], page: `${DOCS}/${page}` };
}

const TESTS: Readonly<Record<string, (id: string) => Known>> = {
  B101: plugin('assert_used', 703),
  B102: plugin('exec_used', 78),
  B103: plugin('set_bad_file_permissions', 732),
  B104: plugin('hardcoded_bind_all_interfaces', 605),
  B105: plugin('hardcoded_password_string', 259),
  B106: plugin('hardcoded_password_funcarg', 259),
  B107: plugin('hardcoded_password_default', 259),
  B108: plugin('hardcoded_tmp_directory', 377),
  B110: plugin('try_except_pass', 703),
  B112: plugin('try_except_continue', 703),
  B113: plugin('request_without_timeout', 400),
  B201: plugin('flask_debug_true', 94),
  B202: plugin('tarfile_unsafe_members', 22),
  B301: listed('pickle', 502, 'calls', 'b301-pickle'),
  B302: listed('marshal', 502, 'calls', 'b302-marshal'),
  B303: listed('md5', 327, 'calls', 'b303-md5'),
  B304: listed('ciphers', 327, 'calls', 'b304-b305-ciphers-and-modes'),
  B305: listed('cipher_modes', 327, 'calls', 'b304-b305-ciphers-and-modes'),
  B306: listed('mktemp_q', 377, 'calls', 'b306-mktemp-q'),
  B307: listed('eval', 78, 'calls', 'b307-eval'),
  B308: listed('mark_safe', 79, 'calls', 'b308-mark-safe'),
  B310: listed('urllib_urlopen', 22, 'calls', 'b310-urllib-urlopen'),
  B311: listed('random', 330, 'calls', 'b311-random'),
  B312: listed('telnetlib', 319, 'calls', 'b312-telnetlib'),
  B313: listed('xml_bad_cElementTree', 20, 'calls', 'b313-b320-xml-bad-celementtree'),
  B314: listed('xml_bad_ElementTree', 20, 'calls', 'b313-b320-xml-bad-elementtree'),
  B315: listed('xml_bad_expatreader', 20, 'calls', 'b313-b320-xml-bad-expatreader'),
  B316: listed('xml_bad_expatbuilder', 20, 'calls', 'b313-b320-xml-bad-expatbuilder'),
  B317: listed('xml_bad_sax', 20, 'calls', 'b313-b320-xml-bad-sax'),
  B318: listed('xml_bad_minidom', 20, 'calls', 'b313-b320-xml-bad-minidom'),
  B319: listed('xml_bad_pulldom', 20, 'calls', 'b313-b320-xml-bad-pulldom'),
  B321: listed('ftplib', 319, 'calls', 'b321-ftplib'),
  B323: listed('unverified_context', 295, 'calls', 'b323-unverified-context'),
  B324: plugin('hashlib_insecure_functions', 327, 'b324_hashlib'),
  B401: listed('import_telnetlib', 319, 'imports', 'b401-import-telnetlib'),
  B402: listed('import_ftplib', 319, 'imports', 'b402-import-ftplib'),
  B403: listed('import_pickle', 502, 'imports', 'b403-import-pickle'),
  B404: listed('import_subprocess', 78, 'imports', 'b404-import-subprocess'),
  B405: listed('import_xml_etree', 20, 'imports', 'b405-import-xml-etree'),
  B406: listed('import_xml_sax', 20, 'imports', 'b406-import-xml-sax'),
  B407: listed('import_xml_expat', 20, 'imports', 'b407-import-xml-expat'),
  B408: listed('import_xml_minidom', 20, 'imports', 'b408-import-xml-minidom'),
  B409: listed('import_xml_pulldom', 20, 'imports', 'b409-import-xml-pulldom'),
  B411: listed('import_xmlrpclib', 20, 'imports', 'b411-import-xmlrpclib'),
  B412: listed('import_httpoxy', 284, 'imports', 'b412-import-httpoxy'),
  B413: listed('import_pycrypto', 327, 'imports', 'b413-import-pycrypto'),
  B415: listed('import_pyghmi', 319, 'imports', 'b415-import-pyghmi'),
  B501: plugin('request_with_no_cert_validation', 295),
  B502: plugin('ssl_with_bad_version', 327),
  B503: plugin('ssl_with_bad_defaults', 327),
  B504: plugin('ssl_with_no_version', 327),
  B505: plugin('weak_cryptographic_key', 326),
  B506: plugin('yaml_load', 20),
  B507: plugin('ssh_no_host_key_verification', 295),
  B508: plugin('snmp_insecure_version', 319, 'b508_snmp_insecure_version_check'),
  B509: plugin('snmp_weak_cryptography', 319, 'b509_snmp_crypto_check'),
  B601: plugin('paramiko_calls', 78),
  B602: plugin('subprocess_popen_with_shell_equals_true', 78),
  B603: plugin('subprocess_without_shell_equals_true', 78),
  B604: plugin('any_other_function_with_shell_equals_true', 78),
  B605: plugin('start_process_with_a_shell', 78),
  B606: plugin('start_process_with_no_shell', 78),
  B607: plugin('start_process_with_partial_path', 78),
  B608: plugin('hardcoded_sql_expressions', 89),
  B609: plugin('linux_commands_wildcard_injection', 155),
  B610: plugin('django_extra_used', 89),
  B611: plugin('django_rawsql_used', 89),
  B612: plugin('logging_config_insecure_listen', 94),
  B613: plugin('trojansource', 838),
  B614: plugin('pytorch_load', 502),
  B615: plugin('huggingface_unsafe_download', 494),
  B701: plugin('jinja2_autoescape_false', 94),
  B702: plugin('use_of_mako_templates', 80),
  B703: plugin('django_mark_safe', 80),
  B704: plugin('markupsafe_markup_xss', 79),
};

/** Every test of Bandit 1.9, as Bandit itself names and documents it. How bad a finding is it says for each. */
export const ruleNotes: readonly RuleNote[] = Object.entries(TESTS).map(([rule, of]) => ({ rule, ...of(rule) }));
