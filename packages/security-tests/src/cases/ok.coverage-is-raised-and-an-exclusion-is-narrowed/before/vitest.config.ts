export default { test: { exclude: ['tests/legacy/**', 'tests/old/**'], coverage: { thresholds: { lines: 80 } } } };
