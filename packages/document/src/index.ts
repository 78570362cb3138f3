export { all, isRecord, matching, oneOf, unknownKey } from './common-rules.ts';
export { excerptOf, type Place, placeOf } from './excerpt-of.ts';
export { nearest } from './nearest.ts';
export { findDuplicates, nodeValue } from './node-value.ts';
export { type Mistake, type Path, type Rule, shown, wrong } from './rule.ts';
export { type PlacedMistake, toldMistakes } from './told-mistakes.ts';
