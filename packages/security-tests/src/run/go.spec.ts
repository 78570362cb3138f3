import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { saidBy, suiteOf } from '../testing/suite-of.ts';

/** One cache for all, as somebody who trusts theirs would name it. */
const HERE = { workTree: tmpdir(), environment: { ...process.env, GOCACHE: mkdtempSync(join(tmpdir(), 'pawl-go-')) } };
afterAll(() => rmSync(HERE.environment.GOCACHE, { recursive: true, force: true }));

const isThere = spawnSync('go', ['version']).status === 0;

const SUITE = { files: ['auth/*_test.go'], framework: 'go', timeoutMs: 170_000 } as const;

const LOCKED = {
  'go.mod': 'module example.com/shop\n\ngo 1.21\n',
  'auth/auth.go': `package auth

func Allowed(role string) bool { return role == "admin" }
`,
  'auth/auth_test.go': `package auth

import "testing"

func TestSecurityRoles(t *testing.T) {
	for _, tt := range []struct{ name, role string }{{"guest", "guest"}, {"empty role", ""}} {
		t.Run(tt.name, func(t *testing.T) {
			if Allowed(tt.role) {
				t.Errorf("%q is allowed", tt.role)
			}
		})
	}
}
`,
};

const OPEN = 'package auth\n\nfunc Allowed(role string) bool { return true }\n';

describe.skipIf(!isThere)('when the locked tests run with Go (it is not installed by us)', () => {
  it('they pass on what was locked', async () => {
    expect(await suiteOf(SUITE, LOCKED, {}, HERE)).toMatchObject({ kind: 'passed' });
  }, 180_000);

  it('a check that is gone fails them', async () => {
    expect(saidBy(await suiteOf(SUITE, LOCKED, { 'auth/auth.go': OPEN }, HERE))).toContain('security-test-failed');
  }, 180_000);

  it.each([
    [
      'an exit before the tests that prints their passing',
      `package auth\n\nimport (\n\t"fmt"\n\t"os"\n)\n\nfunc init() {\n\tfmt.Print("\\x16=== RUN   TestSecurityRoles\\n\\x16--- PASS: TestSecurityRoles (0.00s)\\nPASS\\n")\n\tos.Exit(0)\n}\n\nfunc Allowed(role string) bool { return true }\n`,
    ],
    ['code that does not build', 'package auth\n\nfunc Allowed(role string) bool { return }\n'],
  ])(
    'T04: %s does not make it pass',
    async (_name, code) => {
      expect((await suiteOf(SUITE, LOCKED, { 'auth/auth.go': code }, HERE)).kind).not.toBe('passed');
    },
    180_000,
  );

  it('T04: a TestMain of the judged tree is not there', async () => {
    const main = 'package auth\n\nimport (\n\t"os"\n\t"testing"\n)\n\nfunc TestMain(m *testing.M) { os.Exit(0) }\n';
    expect(saidBy(await suiteOf(SUITE, LOCKED, { 'auth/auth.go': OPEN, 'auth/main_test.go': main }, HERE))).toContain(
      'security-test-failed',
    );
  }, 180_000);

  it('another module in the place of one that asserts is not run', async () => {
    const replaced = `${LOCKED['go.mod']}\nreplace github.com/stretchr/testify => ./fake\n`;
    expect(saidBy(await suiteOf(SUITE, LOCKED, { 'go.mod': replaced }, HERE))).toBe('framework-changed');
  });
});
