/** Rules of ESLint and the like that judge security. */
export const ESLINT_SECURITY: RegExp =
  /^(?:security|security-node|no-unsanitized|no-secrets|sonarjs|scanjs|xss|@microsoft\/sdl|node-security|react-security|anti-trojan-source|lintsecurity)\/|(?:^|\/)(?:no-(?:implied-)?eval|no-new-func|no-script-url|no-danger(?:-with-children)?|no-global-eval|no-unsafe-(?:innerhtml|html)|noGlobalEval|noDangerouslySetInnerHtml\w*|jsx-no-target-blank|jsx-no-script-url|noBlankTarget|no-proto|no-caller|detect-\w[\w-]*|no-v-html|no-restricted-(?:syntax|properties|imports))$/iu;

/** Lines of the settings of a linter of style that are not about style. */
export const ABOUT_SECURITY: RegExp =
  /security|bandit|\beval|-eval|new-func|script-url|unsanitized|xss|danger|secret|taint|gosec|\bS\d{0,3}\b|ignore|exclude/iu;
