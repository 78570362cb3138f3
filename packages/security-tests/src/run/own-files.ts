/** Reads like a program, because it is one: what Node.js tells of tests, one JSON object a line, the names of the groups before each. */
export const NODE_REPORTER = `export default async function* reporter(source) {
  const names = [];
  for await (const { type, data } of source) {
    if (type === 'test:start') {
      names.length = data.nesting;
      names[data.nesting] = data.name;
    }
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    const kind = data.details?.type ?? 'test';
    const status = data.skip !== undefined || data.todo !== undefined ? 'skipped' : type === 'test:pass' ? 'passed' : 'failed';
    const path = [...names.slice(0, data.nesting), data.name];
    const message = data.details?.error?.cause?.message ?? data.details?.error?.message;
    yield JSON.stringify({ kind, status, path, file: data.file, message }) + '\\n';
  }
  yield '{"kind":"end"}\\n';
}
`;

/**
 * Starts pytest from its installation and records what it says. It takes what it needs before any code of the project runs, and removes
 * itself, so that the place of the report is written nowhere that the tests could read.
 */
export function pytestLauncher(report: string, checkout: string): string {
  return `import json, os, sys
_open, _dumps, _exit = open, json.dumps, os._exit
os.unlink(__file__)
import pytest

class Recorder:
    def __init__(self):
        self.tests = {}
        self.asserts = {}
        self.errors = []

    @pytest.hookimpl(tryfirst=True)
    def pytest_collectreport(self, report):
        if report.failed:
            self.errors.append([report.nodeid, str(report.longrepr)[-500:]])

    @pytest.hookimpl(tryfirst=True)
    def pytest_assertion_pass(self, item, lineno, orig, expl):
        self.asserts[item.nodeid] = self.asserts.get(item.nodeid, 0) + 1

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_logreport(self, report):
        seen = self.tests.get(report.nodeid, "missing")
        expected = hasattr(report, "wasxfail")
        if report.failed:
            seen = "failed: " + str(report.longrepr)[-500:]
        elif seen.startswith("failed"):
            pass
        elif report.skipped or expected:
            seen = "skipped"
        elif report.when == "call" and seen == "missing":
            seen = "passed"
        self.tests[report.nodeid] = seen

recorder = Recorder()
root = ${JSON.stringify(checkout)}
os.chdir(root)
sys.path[:0] = [path for path in (root, os.path.join(root, "src")) if os.path.isdir(path)]
args = sys.argv[1:]
sys.argv = ["pytest"]
status = pytest.main(args, plugins=[recorder])
with _open(${JSON.stringify(report)}, "w") as file:
    file.write(_dumps({"tests": recorder.tests, "asserts": recorder.asserts, "errors": recorder.errors}))
sys.stdout.flush()
_exit(int(status))
`;
}

/** A test of ours beside the locked ones of a Go package: its pass shows that the package ran to its end, and not only that it ended well. */
export function goSentinel(packageName: string, name: string): string {
  return `package ${packageName}

import "testing"

func ${name}(t *testing.T) {}
`;
}
