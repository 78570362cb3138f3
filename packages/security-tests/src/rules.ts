/** Every rule with the one sentence that its page starts with. */
export const SECURITY_TEST_RULES: Readonly<Record<string, string>> = {
  'security-test-deleted':
    'A security test of the locked version is gone, and no other test took over what it asserted.',
  'security-test-skipped':
    'A security test that ran is now skipped, only announced, allowed to fail, or runs under a condition.',
  'security-test-only': 'Another test is marked as the only one, so that security tests beside it no longer run.',
  'security-test-not-collected':
    'A security test is still written down, but the test framework or the security suite no longer collects it.',
  'security-test-emptied': 'A security test still passes, but nothing that it asserts could fail any more.',
  'security-test-weakened': 'A security test asserts less than it did: assertions or inputs are gone, or accept more.',
  'security-test-reversed': 'A security test now expects that what it refused is allowed.',
  'security-test-mocked': 'A security test now replaces the code that it is about, so it tests the replacement.',
  'security-test-failed': 'A locked security test fails on this version.',
  'security-test-missing': 'A locked security test did not run on this version, although the suite came to its end.',
  'security-snapshot-rewritten': 'The recorded answer that a security test compares with was rewritten.',
  'coverage-floor-lowered': 'The lowest test coverage that passes was lowered.',
  'test-deleted':
    'A test that guards something, or every test of a file, is gone, and no other test took over what it asserted.',
  'test-skipped': 'A test no longer runs that guards something, or that tests what the same change touches.',
  'test-only': 'A test is marked as the only one, so that the others of its file no longer run.',
  'test-weakened': 'A test that says that it guards something asserts less than it did.',
};
