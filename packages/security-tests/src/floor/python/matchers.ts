import { STRENGTH } from '../file-floor.ts';

const { loose, partial, exact } = STRENGTH;

/** `unittest`, Django and mocks: what an assertion method is worth. */
const METHODS: Readonly<Record<string, number>> = {
  ...each(
    exact,
    'assertEqual assertEquals assertIs assertIsNone assertListEqual assertDictEqual assertSetEqual assertTupleEqual assertCountEqual',
  ),
  ...each(
    exact,
    'assertRedirects assertHTMLEqual assertJSONEqual assertNumQueries assertQuerySetEqual assertTemplateUsed assertMultiLineEqual',
  ),
  ...each(
    exact,
    'assert_called_with assert_called_once_with assert_awaited_once_with assert_not_called assert_not_awaited assert_equal assert_is',
  ),
  ...each(
    partial,
    'assertIn assertNotIn assertRegex assertNotRegex assertIsInstance assertContains assertNotContains assertFormError assertLogs',
  ),
  ...each(partial, 'assert_called_once assert_any_call assert_has_calls assert_awaited_once assert_in assert_not_in'),
  ...each(
    loose,
    'assertTrue assertFalse assertIsNotNone assertIsNot assertNotEqual assertGreater assertGreaterEqual assertLess assertLessEqual',
  ),
  ...each(loose, 'assertAlmostEqual assert_called assert_awaited assertWarns assert_true assert_false assertNoLogs'),
};

function each(strength: number, names: string): Record<string, number> {
  return Object.fromEntries(names.split(' ').map((name) => [name, strength]));
}

export function methodStrength(name: string): number {
  return Object.hasOwn(METHODS, name) ? (METHODS[name] as number) : partial;
}

const BROAD: ReadonlySet<string> = new Set(['Exception', 'BaseException', 'builtins.Exception', '']);

/** Any error, one of several, an error of one class; two more where it has to say something. */
export function raisesStrength(expected: string, match: string | undefined): number {
  const classes = expected
    .replace(/[()\s]/gu, '')
    .split(',')
    .filter((name) => name !== '');
  const broad = classes.length === 0 || classes.some((name) => BROAD.has(name));
  const base = broad ? 2 : classes.length > 1 ? 4 : 5;
  const says = match !== undefined && !/^r?["'](?:\.\*|\.\+|)["']$/u.test(match);
  return says ? base + 2 : base;
}

/** Comparisons of a plain `assert`. */
export const OPERATORS: Readonly<Record<string, number>> = {
  '==': exact,
  is: exact,
  'is not': loose,
  '!=': loose,
  in: partial,
  'not in': partial,
  '<': loose,
  '<=': loose,
  '>': loose,
  '>=': loose,
};

export const PYTHON_TABLE: Readonly<Record<string, unknown>> = { METHODS, OPERATORS, BROAD: [...BROAD] };
