import type { RuleText } from './rule-text.ts';

function path(to: string, lets: string, mend: string): RuleText {
  return {
    title: `New unguarded path to ${to}`,
    description: `Data from outside newly reaches ${to}, with no check on the way, which lets an attacker ${lets}.`,
    why: 'No single line is wrong, so no scanner of single lines sees it: the source, the call and the missing check are in different functions.',
    mend,
  };
}

/** Every rule of reachability. The message of a result names the source, the call and the functions between. */
export const REACH_TEXTS: Readonly<Record<string, RuleText>> = {
  'path-to-sql': path('a query', 'change the query', 'Bind the value as a parameter of the query.'),
  'path-to-nosql': path(
    'a document query',
    'change the query',
    'Check that the value is the plain text or number that the query needs, and no object.',
  ),
  'path-to-shell': path(
    'a command',
    'run commands of their own',
    'Call the program with a list of arguments and no shell, and allow only known values.',
  ),
  'path-to-code': path(
    'an interpreter',
    'run code of their own',
    'Replace the evaluation with a lookup of what may be asked for.',
  ),
  'path-to-file': path(
    'a file name',
    'choose the file',
    'Resolve the path and refuse what is not inside the folder that it belongs to.',
  ),
  'path-to-network': path(
    'an address to call',
    'choose where the server connects to',
    'Allow only known hosts, and check the address that the name resolves to.',
  ),
  'path-to-html': path(
    'a page',
    'run scripts in other people’s browsers',
    'Escape the value where it is written, or sanitise it where markup is wanted.',
  ),
  'path-to-redirect': path(
    'a redirect',
    'send people to a site of their own',
    'Allow only paths of this site, or hosts from a list.',
  ),
  'path-to-template': path(
    'the text of a template',
    'write the template',
    'Give the value to a fixed template instead of building the template from it.',
  ),
  'path-to-deserialise': path(
    'a decoder that builds objects',
    'build objects of their own',
    'Use a format that holds only data, or check a signature before decoding.',
  ),
};
