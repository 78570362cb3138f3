export default { test: { exclude: ['tests/legacy/**'], coverage: { thresholds: { lines: 85 } } } };
