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
  const { init, initSurvey } = await import('@pawl/checkpoint');
  const write = async (whole: InitRequest): Promise<Initialised> => uninterrupted(() => init(whole, io.context));
  if (request.hooksOnly || (request.dryRun && !options.yes)) return { done: await write(request), isShown: false };
  const conversation = options.yes || io.context.env['CI'] ? undefined : openConversation();
  if (conversation === undefined && !options.yes) return { done: await write(request), isShown: false };
  try {
    const survey = await initSurvey(request, io.context);
    if (survey.isAgent && !options.yes) return { done: await write(request), isShown: false };
    const whole = withAnswers(request, await answersFor(survey, options, conversation, io));
    const planned = await init({ ...(await whole), dryRun: true }, io.context);
    if (request.dryRun) return { done: planned, isShown: false };
    if (isNothingNew(planned)) return { done: planned, isShown: false };
    io.note(planText(planned, await paintFor(io.colour), io.columns));
    if (conversation !== undefined && !(await isWanted(conversation, io))) return undefined;
    conversation?.end();
    return { done: await write(await whole), isShown: !io.quiet };
  } finally {
    conversation?.end();
  }
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
