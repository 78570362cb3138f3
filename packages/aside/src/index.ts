export { type Aside, aside } from './aside.ts';
export { answerAll, type ExamineAll } from './answer-all.ts';
