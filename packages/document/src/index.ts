export { all, isRecord, matching, oneOf, unknownKey } from './common-rules.ts';
export { findDuplicates, nodeValue } from './node-value.ts';
export { type Mistake, type Path, type Rule, shown, wrong } from './rule.ts';
