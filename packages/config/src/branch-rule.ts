import { type Rule, shown, wrong } from '@pawl/document';

/** A name that git takes for a branch (git-check-ref-format). */
export const branchName: Rule = (value, path) => {
  if (typeof value !== 'string' || value === '')
    return wrong(path, `must be the name of a branch, not ${shown(value)}`);
  if (value.startsWith('refs/'))
    return wrong(path, 'must be the name of a branch alone, like "main", without "refs/heads/"');
  return isBranchName(value) ? [] : wrong(path, `${shown(value)} is not a name that git takes for a branch`);
};

function isBranchName(name: string): boolean {
  if (name.length > 200 || name.startsWith('-') || name === '@' || name.endsWith('.')) return false;
  if (/[\p{Cc} ~^:?*[\\]|\.\.|@\{/u.test(name)) return false;
  return name.split('/').every((part) => part !== '' && !part.startsWith('.') && !part.endsWith('.lock'));
}
