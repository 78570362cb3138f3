module.exports = { coverageThreshold: { global: { branches: 60, lines: 90 } } };
