import type { GateRule } from '@pawl/verdict';
import type { RuleText } from './rule-text.ts';

const READ = 'Read the change. If it is wanted, a person commits it and locks again.';

/** Every rule by which a change to a protected file is told. Nothing is proven bad: a person decides. */
export const PROTECTED_RULES: Readonly<Record<GateRule, RuleText>> = {
  'gate-configuration': {
    title: 'What Pawl judges by was changed',
    description: 'The change touches the configuration or the contracts of Pawl.',
    why: 'Whoever changes the judge need not change the code. This verdict was made by what was locked, but the next lock would take the change over.',
    mend: READ,
  },
  'gate-hook': {
    title: 'A hook was changed',
    description: 'The change touches a hook, or what a hook runs before a commit or a push.',
    why: 'A hook that ends early, looks at fewer files or is not installed says nothing, and nothing sounds like health.',
    mend: READ,
  },
  'gate-target': {
    title: 'A security target of the build was changed',
    description: 'The change touches a target or a script that checks security, or what the build leaves out.',
    why: 'A target that is gone, cached or skipped as unaffected is not run, and the build is green all the same.',
    mend: READ,
  },
  'harness-settings': {
    title: 'What an agent may do was changed',
    description: 'The change touches settings that say what a coding agent may do and what runs beside it.',
    why: 'An agent that may write these files may give itself the permission that it was refused, or take away the hook that watches it.',
    mend: READ,
  },
  'weakened-pipeline': {
    title: 'A pipeline checks less',
    description: 'A check of a pipeline is gone, runs more rarely, or may fail without failing the pipeline.',
    why: 'What people see of a pipeline is its mark. One that checks nothing has the same mark as one that found nothing.',
    mend: 'Bring the check back as it was, or let a person read the change, commit it and lock again.',
  },
  'pipeline-privilege': {
    title: 'A pipeline may do more',
    description: 'A pipeline has new rights, secrets or triggers, or runs code that is pinned less tightly.',
    why: 'A pipeline acts with the rights of the project. Whoever can change what it runs has them too.',
    mend: 'Give it only what the job needs, and pin what it calls to a commit.',
  },
  'code-owners': {
    title: 'Who has to agree was changed',
    description: 'The change touches CODEOWNERS, which says whose review a change needs.',
    why: 'A line that goes, or a new one after it, lets changes pass that somebody in charge would have read.',
    mend: READ,
  },
  'update-settings': {
    title: 'Security updates are switched off',
    description: 'The change keeps a bot from mending known vulnerabilities in dependencies.',
    why: 'A dependency grows old by itself. Once nobody proposes its updates, its known holes stay.',
    mend: 'Ignore a kind of version instead of a package, or let a person read the change, commit it and lock again.',
  },
  'security-dependency': {
    title: 'A protecting dependency went back',
    description: 'A dependency that protects something was removed, moved to development, or set to an older version.',
    why: 'The code that is left calls nothing, or something with holes that were mended since. No line of it has to change for that.',
    mend: 'Bring the dependency back in the version that was there, or one after it.',
  },
  'dependency-source': {
    title: 'A dependency comes from elsewhere',
    description:
      'A dependency comes from another place, or the hash, version or registry that it was held to is gone or another.',
    why: 'What is installed runs with the rights of the project. The name says who wrote it only where the source and the hash are known.',
    mend: 'Install it from the registry again, and let the package manager write the lock file.',
  },
  'install-script': {
    title: 'Installing runs a new script',
    description: 'The change adds a script that runs whenever the project or its dependency is installed.',
    why: 'It runs on every machine that installs it, before anybody has looked at the code, with the rights of whoever installs.',
    mend: 'Do the work in a script that people call, or let a person read the change, commit it and lock again.',
  },
  'scanner-settings': {
    title: 'What a scanner looks at was changed',
    description: 'The change touches a file that tells a scanner where to look or what to say.',
    why: 'Pawl scans as it was locked, but the same tools run elsewhere by these files.',
    mend: READ,
  },
  'deployment-file': {
    title: 'How code is run was changed',
    description: 'The change touches a file that says how code is run: an image, a manifest, a server, an environment.',
    why: 'Such a file can take away what the code relies on, and hardly any rule says whether it does.',
    mend: READ,
  },
};
