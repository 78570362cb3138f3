module.exports = { coverageThreshold: { global: { branches: 85, lines: 90 } } };
