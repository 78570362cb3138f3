export default [{ rules: { 'no-eval': 'off', semi: 'error' } }];
