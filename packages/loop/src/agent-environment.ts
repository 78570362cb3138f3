type Environment = Readonly<Record<string, string | undefined>>;

/**
 * What would let a command act as the person who started the loop: the key that signs locks, the ssh-agent that signs whatever
 * it is asked to, and variables that name a repository of git's choice.
 */
const THE_PERSONS: readonly string[] = ['PAWL_SIGNING_KEY', 'SSH_AUTH_SOCK', 'SSH_AGENT_PID'];
const NAMES_A_REPOSITORY =
  /^GIT_(?:DIR|WORK_TREE|COMMON_DIR|INDEX_FILE|OBJECT_DIRECTORY|ALTERNATE_OBJECT_DIRECTORIES)$/u;

/** For the agent and for the tests, which run what the agent wrote. Whatever Pawl tells them, it tells an agent. */
export function agentEnvironment(env: Environment, more: Environment = {}): Environment {
  const passed = Object.entries(env).filter(([name]) => !THE_PERSONS.includes(name) && !NAMES_A_REPOSITORY.test(name));
  return { ...Object.fromEntries(passed), AI_AGENT: '1', ...more };
}
