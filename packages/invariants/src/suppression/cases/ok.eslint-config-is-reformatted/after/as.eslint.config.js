export default [
  {
    // The formula editor needs it.
    rules: {
      semi: 'error',
      quotes: 'off',
      'no-eval': 0,
    },
  },
];
