import security from 'eslint-plugin-security';

export default [
  security.configs.recommended,
  { rules: { semi: 'error', 'security/detect-child-process': 'off' } },
];
