module.exports = { testPathIgnorePatterns: ['/node_modules/', '/dist/', '<rootDir>/e2e/'] };
