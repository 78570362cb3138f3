import type { Initialised, InitRequest, InitSurvey } from '@pawl/checkpoint';
import { ciFile } from './ci-file.ts';
import { type Conversation, openConversation } from './conversation.ts';
import {
  type AlreadySaid,
  answersOf,
  type InitAnswers,
  type Question,
  questionsFor,
  readAnswer,
} from './init-questions.ts';
import type { Io } from './io.ts';
import { paintFor } from './paint.ts';
import { SetUpStopped } from './set-up-stopped.ts';
import { isNothingNew, planText } from './text/init-text.ts';
import { NO_ANSWER, questionText, SHALL_IT } from './text/question-text.ts';
import { uninterrupted } from './uninterrupted.ts';

export interface SetUpOptions {
  /** Takes what Enter would say, and asks nothing. */
  readonly yes: boolean;
  readonly said: AlreadySaid;
}

/** What was set up, and whether the person saw it before; `undefined` where that person did not want it. */
export type SetUp = { readonly done: Initialised; readonly isShown: boolean } | undefined;

/** Sets Pawl up: asks what cannot be found out, shows what it will write, and then writes it. */
export async function setUp(request: InitRequest, options: SetUpOptions, io: Io): Promise<SetUp> {
  const { init } = await import('@pawl/checkpoint');
  const conversation = mayAsk(request, options, io) ? openConversation() : undefined;
  try {
    const { whole, person } = await decided(request, options, conversation, io);
    // A rehearsal finds what cannot be written before anything else is.
    const planned = await init({ ...whole, dryRun: true }, io.context);
    if (request.dryRun || isNothingNew(planned)) return { done: planned, isShown: false };
    const isShown = person !== undefined || (options.yes && !io.quiet);
    if (isShown) io.err(planText(planned, await paintFor(io.colour), io.columns));
    if (person !== undefined && !(await isWanted(person, io))) return undefined;
    conversation?.end();
    return { done: await uninterrupted(() => init(whole, io.context)), isShown };
  } finally {
    conversation?.end();
  }
}

function mayAsk({ dryRun, hooksOnly }: InitRequest, { yes }: SetUpOptions, { context: { env } }: Io): boolean {
  return !yes && !dryRun && !hooksOnly && !env['CI'];
}

interface Decided {
  readonly whole: InitRequest;
  /** Whoever was asked; an agent is not, which may have a terminal as well. */
  readonly person: Conversation | undefined;
}

async function decided(
  request: InitRequest,
  options: SetUpOptions,
  conversation: Conversation | undefined,
  io: Io,
): Promise<Decided> {
  const takesDefaults = options.yes && !request.hooksOnly;
  if (conversation === undefined && !takesDefaults) return { whole: request, person: undefined };
  const { initSurvey } = await import('@pawl/checkpoint');
  const survey = await initSurvey(request, io.context);
  const person = survey.isAgent ? undefined : conversation;
  if (person === undefined && !takesDefaults) return { whole: request, person };
  return { whole: await withAnswers(request, await answersFor(survey, options, person, io)), person };
}

async function answersFor(
  survey: InitSurvey,
  { said }: SetUpOptions,
  conversation: Conversation | undefined,
  io: Io,
): Promise<InitAnswers> {
  const given = new Map<Question['about'], ReturnType<typeof readAnswer>>();
  for (const question of questionsFor(survey, said)) {
    given.set(question.about, conversation === undefined ? question.enter : await answerTo(question, conversation, io));
    if (conversation !== undefined) io.err('\n');
  }
  return answersOf(survey, given);
}

async function answerTo(
  question: Question,
  { ask }: Conversation,
  { colour, columns, err }: Io,
): Promise<ReturnType<typeof readAnswer>> {
  const text = questionText(question, await paintFor(colour), columns);
  for (;;) {
    const typed = await ask(text);
    if (typed === undefined) throw ended();
    const answer = readAnswer(question, typed);
    if (answer !== undefined) return answer;
    err(NO_ANSWER);
  }
}

async function isWanted(conversation: Conversation, io: Io): Promise<boolean> {
  return (await answerTo(SHALL_IT, conversation, io)) === true;
}

function ended(): SetUpStopped {
  return new SetUpStopped('ended', 'you ended it, and nothing was written', { next: 'pawl init' });
}

/** What was said on the command line stays as it was said. */
async function withAnswers(
  request: InitRequest,
  { target, harnesses, tools, ci, share }: InitAnswers,
): Promise<InitRequest> {
  return {
    ...request,
    target: request.target ?? target,
    harnesses: request.harnesses ?? harnesses,
    tools: request.tools ?? tools,
    ci: request.ci ?? (ci && (await ciFile(ci))),
    share: request.share ?? share,
  };
}
