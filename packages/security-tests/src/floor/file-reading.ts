import type { FileFloor } from './file-floor.ts';

/** What a language knows of a file; the path adds the rest. */
export type FileReading = Pick<FileFloor, 'framework' | 'tests' | 'functions' | 'imports' | 'starves'>;
