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
  'lost-code': defence(
    'Protecting code is gone',
    'Code that speaks of a defence is gone.',
    'Read what went, and put back whatever refused, checked or limited something.',
  ),
};
