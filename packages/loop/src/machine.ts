/** What is to be done next, or how it ended. `judge` stays until what was judged is committed. */
export type Phase = 'agent' | 'tests' | 'judge' | 'accepted' | 'stopped' | 'exhausted';

/** All that decides how a loop goes on. */
export interface LoopState {
  readonly phase: Phase;
  /** From 1. */
  readonly iteration: number;
  /** What the agent is given next: the output of the tests, or that a command was ended. */
  readonly feedback: string;
}

/** How a command line came to its end. `ended` alone has a status, so nothing else is ever green. */
export type CommandEnd =
  | { readonly kind: 'ended'; readonly status: number; readonly output: string }
  | { readonly kind: 'timed-out'; readonly minutes: number; readonly output: string }
  | { readonly kind: 'killed'; readonly signal: string; readonly output: string }
  | { readonly kind: 'not-started'; readonly why: string }
  | { readonly kind: 'interrupted' };

export type LoopEvent =
  | { readonly kind: 'agent'; readonly end: CommandEnd }
  | { readonly kind: 'tests'; readonly end: CommandEnd }
  | { readonly kind: 'judged'; readonly as: 'clean' | 'stopped' | 'unknown' }
  | { readonly kind: 'accepted' }
  /** The branch, the lock or the protected branch is no longer what it was before a command ran. */
  | { readonly kind: 'tampered' }
  | { readonly kind: 'interrupted' };

export type Action = 'run-agent' | 'run-tests' | 'judge' | 'accept' | 'end';

export interface Step {
  readonly state: LoopState;
  readonly action: Action;
  /** 0 accepted, 1 stopped or out of iterations, 2 could not tell; there where the action is `end`. */
  readonly status?: 0 | 1 | 2;
}

export const BEGINNING: LoopState = { phase: 'agent', iteration: 1, feedback: '' };

/** From a state and what happened to the next state and what is to be done. */
export function next(state: LoopState, event: LoopEvent, max: number): Step {
  switch (event.kind) {
    case 'agent':
      return afterAgent(state, event.end, max);
    case 'tests':
      return afterTests(state, event.end, max);
    case 'judged':
      return afterJudgement(state, event.as);
    case 'accepted':
      return ended({ ...state, phase: 'accepted', feedback: '' }, 0);
    case 'tampered':
      return ended({ ...state, phase: 'stopped', feedback: '' }, 1);
    case 'interrupted':
      return ended(state, 2);
  }
}

/** How a loop that was ended at some moment goes on. A person has decided that by now, where one had to. */
export function resumed(state: LoopState, max: number): Step {
  switch (state.phase) {
    case 'agent':
      return { state, action: 'run-agent' };
    case 'tests':
    // That they were green is only written down, where the agent can write too.
    case 'judge':
      return { state: { ...state, phase: 'tests' }, action: 'run-tests' };
    case 'stopped':
    case 'exhausted':
      return anotherTry(state, state.feedback, max);
    case 'accepted':
      return ended(state, 0);
  }
}

/** A stop that nobody has decided on yet. */
export function stillStopped(state: LoopState): Step {
  return ended({ ...state, phase: 'stopped', feedback: '' }, 1);
}

/** An agent may say what it likes of itself: the tests say whether it is done. But one that was cut short has not even tried. */
function afterAgent(state: LoopState, end: CommandEnd, max: number): Step {
  switch (end.kind) {
    case 'ended':
      return { state: { ...state, phase: 'tests', feedback: '' }, action: 'run-tests' };
    case 'timed-out':
      return anotherTry(state, `The last run was ended after ${minutes(end.minutes)}.\n`, max);
    case 'killed':
      return anotherTry(state, `The last run was ended by ${end.signal}.\n`, max);
    case 'not-started':
    case 'interrupted':
      return ended(state, 2);
  }
}

function afterTests(state: LoopState, end: CommandEnd, max: number): Step {
  switch (end.kind) {
    case 'ended':
      if (end.status === 0) return { state: { ...state, phase: 'judge', feedback: '' }, action: 'judge' };
      return anotherTry(state, end.output, max);
    case 'timed-out':
      return anotherTry(state, `${end.output}\nThe tests were ended after ${minutes(end.minutes)}.\n`, max);
    case 'killed':
      return anotherTry(state, `${end.output}\nThe tests were ended by ${end.signal}.\n`, max);
    case 'not-started':
    case 'interrupted':
      return ended(state, 2);
  }
}

function afterJudgement(state: LoopState, as: 'clean' | 'stopped' | 'unknown'): Step {
  if (as === 'clean') return { state, action: 'accept' };
  // Nothing of it is feedback: an agent that is told what stopped it learns to silence that.
  return as === 'stopped' ? ended({ ...state, phase: 'stopped' }, 1) : ended(state, 2);
}

function anotherTry(state: LoopState, feedback: string, max: number): Step {
  if (state.iteration >= max) return ended({ ...state, phase: 'exhausted', feedback }, 1);
  return { state: { phase: 'agent', iteration: state.iteration + 1, feedback }, action: 'run-agent' };
}

function ended(state: LoopState, status: 0 | 1 | 2): Step {
  return { state, action: 'end', status };
}

function minutes(count: number): string {
  return `${count} ${count === 1 ? 'minute' : 'minutes'}`;
}
