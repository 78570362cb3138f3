import type { RuleText } from './rule-text.ts';

const GONE =
  'It stood in the locked version. A scanner matches what code has and says nothing about what code no longer has, so a defence that goes is a hole that no scan reports.';

function defence(title: string, description: string, mend: string): RuleText {
  return { title, description, why: GONE, mend };
}

/** Every rule of the structural comparison. `message` of a result names the place and what was there. */
export const INVARIANT_RULES: Readonly<Record<string, RuleText>> = {
  'lost-guard': defence(
    'A guard is gone',
    'A check that refused something is gone, and nothing took its place.',
    'Put the check back before the code that it protected, or show that its input is now refused earlier.',
  ),
  'weakened-guard': defence(
    'A guard refuses less',
    'A check that refused something refuses less.',
    'Compare the two conditions: whatever the old one refused and the new one lets through needs a reason.',
  ),
  'weakened-handler': defence(
    'An error handler became weaker',
    'An error handler catches more, does less, or silences code that used to fail.',
    'Catch only the errors that are meant, and let a failed check fail: an error that nobody sees looks like a check that passed.',
  ),
  'late-guard': defence(
    'A check comes too late',
    'A check comes after the use that it should have prevented.',
    'Move the check before the use again.',
  ),
  'dangerous-call': {
    title: 'A new dangerous call',
    description: 'A new call runs, loads or decodes data that is not a constant.',
    why: 'Whoever controls the data may control what is run. The locked version had no such call here.',
    mend: 'Use a safe interface (an argument list instead of a shell, a data format instead of code), or allow only known values.',
  },
  'lost-condition': defence(
    'A condition is gone',
    'A condition that code depended on is gone.',
    'Find out what the condition kept out, and put it back unless something else keeps it out.',
  ),
  'lost-call': defence(
    'A protecting call is gone',
    'A call that checked, escaped, limited or authorised something is gone.',
    'Put the call back, or show what does its work now.',
  ),
  'lost-option': defence(
    'A safe option is gone',
    'An option that made something safer is gone or has another value.',
    'Set the option again, or show that the default of the version in use is as safe.',
  ),
  'lost-decorator': defence(
    'A protecting decorator is gone',
    'A decorator or a base class that protected something is gone.',
    'Put it back, or show what protects the code now.',
  ),
  'lost-refusal': defence(
    'An error is no longer raised',
    'An error that refused something is no longer raised.',
    'Raise it again: a caller that depended on the refusal goes on as if all were well.',
  ),
  'changed-regex': defence(
    'A pattern became weaker',
    'A regular expression lets more through, finds less, or takes much longer than it did.',
    'Compare what the two patterns match. Anchor it, keep its classes narrow, and avoid nested repetition.',
  ),
  'lost-constant': defence(
    'A protecting value is gone',
    'A limit, a name on a list or another fixed value that protected something is gone.',
    'Put the value back, or show why the limit or the list may be wider.',
  ),
  'careless-code': {
    title: 'Careless code',
    description: 'Code was written in a way that reviewers know as careless.',
    why: 'Changes that brought code like this have often taken a defence away. The locked version did without it.',
    mend: 'Read the place that the message names, and write it the way the code around it does.',
  },
  'hidden-code': {
    title: 'Code is hidden in other text',
    description: 'The file is read in an encoding, or has escapes, by which a comment becomes code.',
    why: 'Editors, reviews and scanners show a comment, and the language runs it.',
    mend: 'Write the file in UTF-8, without a declaration of another encoding and without escapes that end a comment.',
  },
  'misleading-characters': {
    title: 'Text reads otherwise than it runs',
    description:
      'Characters that nobody sees, that turn the direction of writing, or that end a line in some programs and not in others.',
    why: 'A reviewer sees other code than the one that runs (Trojan Source).',
    mend: 'Remove the characters, or write them as escapes in a string.',
  },
  'lookalike-name': {
    title: 'A name that looks like another',
    description: 'A name is written with letters that look like other letters, or that the language reads as others.',
    why: 'A reviewer reads the name of something that is safe, and something else is meant. Scanners do not know the name.',
    mend: 'Write the name in the letters that it seems to have.',
  },
  'hollow-defence': {
    title: 'A defence in name only',
    description: 'A function is called like a check or an escape, and hands back what it was given or always says yes.',
    why: 'Callers, reviewers and scanners trust the name.',
    mend: 'Let the function do what it is called, or call it what it does.',
  },
  'replaced-defence': {
    title: 'A defence has a new author',
    description: 'A check or an escape that came from elsewhere is now defined in the file that calls it.',
    why: 'The calls look as before, and what they call is other code.',
    mend: 'Import it from where it came, or show that the new one does all that the old one did.',
  },
  'claimed-safe': {
    title: 'A value is only called safe',
    description: 'A cast gives a value a type for what was checked or escaped, and nothing checks or escapes it.',
    why: 'A cast does nothing when the code runs. What takes only safe values takes this one, too.',
    mend: 'Get the value from the function that makes it safe.',
  },
  'lost-code': defence(
    'Protecting code is gone',
    'Code that speaks of a defence is gone.',
    'Read what went, and put back whatever refused, checked or limited something.',
  ),
};
