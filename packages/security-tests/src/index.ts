export type {
  Assertion,
  CollectionFloor,
  FileFloor,
  FunctionFloor,
  Mock,
  TestFloor,
  TestState,
} from './floor/file-floor.ts';
export { floorNeeds, floorOf, unreadFloor } from './floor/floor-of.ts';
export { SECURITY_TESTS_DIGEST, SECURITY_TESTS_VERSION } from './identity.ts';
export { SECURITY_TESTS } from './judge/fault.ts';
export { type FloorNotExamined, type FloorVerdict, judgeFloor, type JudgeOptions } from './judge/judge-floor.ts';
export { SECURITY_TEST_RULES } from './rules.ts';
export { type Framework, FRAMEWORKS, type SecuritySuite, type SecurityTestSettings } from './settings.ts';
export { CATEGORIES, type Category } from './which/category.ts';
export { type Grade, type Judge, judgeOf } from './which/is-security-test.ts';
export type { CouldNotRun, CouldNotRunCode, SuiteOutcome } from './run/outcome.ts';
export { runSuite, type SuiteOptions, type SuiteQuestion } from './run/run-suite.ts';
export type { TreeFile } from './run/tree-file.ts';
export { categoriesOf, type CategoryCoverage } from './which/categories-of.ts';
