/**
 * What MITRE calls the weaknesses that our own rules point at. A weakness that another tool brings along and that is not
 * here is told by its number.
 */
const NAMES: Readonly<Record<string, string>> = {
  'CWE-20': 'Improper Input Validation',
  'CWE-22': "Improper Limitation of a Pathname to a Restricted Directory ('Path Traversal')",
  'CWE-78': "Improper Neutralization of Special Elements used in an OS Command ('OS Command Injection')",
  'CWE-79': "Improper Neutralization of Input During Web Page Generation ('Cross-site Scripting')",
  'CWE-80': 'Improper Neutralization of Script-Related HTML Tags in a Web Page (Basic XSS)',
  'CWE-89': "Improper Neutralization of Special Elements used in an SQL Command ('SQL Injection')",
  'CWE-94': "Improper Control of Generation of Code ('Code Injection')",
  'CWE-95': "Improper Neutralization of Directives in Dynamically Evaluated Code ('Eval Injection')",
  'CWE-98': "Improper Control of Filename for Include/Require Statement in PHP Program ('PHP Remote File Inclusion')",
  'CWE-155': 'Improper Neutralization of Wildcards or Matching Symbols',
  'CWE-295': 'Improper Certificate Validation',
  'CWE-319': 'Cleartext Transmission of Sensitive Information',
  'CWE-326': 'Inadequate Encryption Strength',
  'CWE-327': 'Use of a Broken or Risky Cryptographic Algorithm',
  'CWE-328': 'Use of Weak Hash',
  'CWE-338': 'Use of Cryptographically Weak Pseudo-Random Number Generator (PRNG)',
  'CWE-347': 'Improper Verification of Cryptographic Signature',
  'CWE-352': 'Cross-Site Request Forgery (CSRF)',
  'CWE-377': 'Insecure Temporary File',
  'CWE-390': 'Detection of Error Condition Without Action',
  'CWE-396': 'Declaration of Catch for Generic Exception',
  'CWE-502': 'Deserialization of Untrusted Data',
  'CWE-601': "URL Redirection to Untrusted Site ('Open Redirect')",
  'CWE-611': 'Improper Restriction of XML External Entity Reference',
  'CWE-614': "Sensitive Cookie in HTTPS Session Without 'Secure' Attribute",
  'CWE-693': 'Protection Mechanism Failure',
  'CWE-696': 'Incorrect Behavior Order',
  'CWE-732': 'Incorrect Permission Assignment for Critical Resource',
  'CWE-798': 'Use of Hard-coded Credentials',
  'CWE-829': 'Inclusion of Functionality from Untrusted Control Sphere',
  'CWE-908': 'Use of Uninitialized Resource',
  'CWE-916': 'Use of Password Hash With Insufficient Computational Effort',
  'CWE-918': 'Server-Side Request Forgery (SSRF)',
  'CWE-942': 'Permissive Cross-domain Security Policy with Untrusted Domains',
  'CWE-943': 'Improper Neutralization of Special Elements in Data Query Logic',
  'CWE-1004': "Sensitive Cookie Without 'HttpOnly' Flag",
  'CWE-1007': 'Insufficient Visual Distinction of Homoglyphs Presented to User',
  'CWE-1333': 'Inefficient Regular Expression Complexity',
};

/** The name of a weakness like `CWE-79`, where it is known here. */
export function cweName(cwe: string): string | undefined {
  return Object.hasOwn(NAMES, cwe) ? NAMES[cwe] : undefined;
}
