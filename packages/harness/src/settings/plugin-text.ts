import { PAUSED } from '../answer/words.ts';
import { HARNESSES } from '../harness-facts.ts';

/** By its first line a plugin file is known to be ours. */
export const PLUGIN_HEADER =
  '// Written by `pawl init`, which also overwrites this file: keep what is yours in another.';

/** OpenCode's plugin: JavaScript that hands each event to the command and does what the answer says. */
export function pluginText(command: string): string {
  const { installs, limits } = HARNESSES.opencode;
  const milliseconds = Object.fromEntries(
    installs.map(({ event, task }) => [event, (limits[task].theirs ?? limits[task].ours) * 1000]),
  );
  return `${PLUGIN_HEADER}
import { spawn } from 'node:child_process';

const COMMAND = ${JSON.stringify(command)};
const LIMITS = ${JSON.stringify(milliseconds)};
const READS = ['read', 'grep', 'glob', 'list', 'webfetch', 'todoread', 'todowrite'];
const NO_ANSWER = {
  stop: true,
  model: '${PAUSED}',
  user: 'Pawl did not answer, so this work stops here. Next: pawl doctor',
};
${BODY}`;
}

const BODY = `
/** Whatever goes wrong on the way to an answer stops the work. */
function ask(event) {
  return new Promise((resolve) => {
    const child = spawn(COMMAND + ' ' + event.event, { cwd: event.cwd, shell: true, stdio: ['pipe', 'pipe', 'ignore'] });
    const timer = setTimeout(() => {
      child.kill();
      resolve(NO_ANSWER);
    }, LIMITS[event.event]);
    const finish = (answer) => {
      clearTimeout(timer);
      resolve(answer);
    };
    let out = '';
    child.stdout.on('data', (chunk) => {
      out += chunk;
    });
    child.stdin.on('error', () => {});
    child.on('error', () => finish(NO_ANSWER));
    child.on('close', (status) => finish(status === 0 ? read(out) : NO_ANSWER));
    child.stdin.end(JSON.stringify(event));
  });
}

function read(out) {
  try {
    const { stop, model, user } = JSON.parse(out);
    if (stop === false) return { stop };
    return typeof model === 'string' && typeof user === 'string' ? { stop: true, model, user } : NO_ANSWER;
  } catch {
    return NO_ANSWER;
  }
}

/** A subagent has a session of its own, whose end is in the middle of a turn. Where that cannot be found out, it is none. */
async function isSubagent(client, session) {
  try {
    const { data } = await client.session.get({ path: { id: session } });
    return typeof data.parentID === 'string';
  } catch {
    return false;
  }
}

export const Pawl = async ({ client, directory }) => {
  const halted = async (event) => {
    const answer = await ask({ ...event, cwd: directory });
    if (answer.stop === false) return undefined;
    const told = { body: { message: answer.user, variant: 'error' } };
    await Promise.allSettled([
      (async () => client.tui.showToast(told))(),
      (async () => client.session.abort({ path: { id: event.session } }))(),
    ]);
    return answer.model;
  };

  return {
    'chat.message': async (input, output) => {
      const model = await halted({ event: 'chat.message', session: input.sessionID });
      if (model === undefined) return;
      // A message cannot be refused, so nothing of what it asks for reaches the model.
      for (const part of output.parts) if (part.type === 'text') part.text = model;
    },
    'tool.execute.before': async (input, output) => {
      if (READS.includes(input.tool)) return;
      const command = output.args?.command;
      const event = { event: 'tool.execute.before', session: input.sessionID, tool: input.tool };
      const model = await halted(typeof command === 'string' ? { ...event, command } : event);
      if (model !== undefined) throw new Error(model);
    },
    'tool.execute.after': async (input) => {
      if (READS.includes(input.tool)) return;
      await halted({ event: 'tool.execute.after', session: input.sessionID, tool: input.tool });
    },
    event: async ({ event }) => {
      if (event.type !== 'session.idle') return;
      const session = event.properties.sessionID;
      if (!(await isSubagent(client, session))) await halted({ event: 'session.idle', session });
    },
  };
};
`;
