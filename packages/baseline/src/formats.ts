import { matching, type Shape } from './shape.ts';

export const objectId: Shape = matching(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/u, 'a git object id');
export const sha256: Shape = matching(/^[0-9a-f]{64}$/u, 'a SHA-256 in hexadecimal');
export const instant: Shape = matching(
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?Z$/u,
  'an ISO 8601 instant in UTC',
);
export const caseNumber: Shape = matching(/^[0-9a-f]{8}$/u, 'the number of a case');
