import type { Token, Tokens } from 'marked';
import type { Page } from '../page/read-page.ts';
import { everyToken, isComment } from '../page/tokens.ts';
import { FlowError } from '../flow/flow-chart.ts';
import { parseFlow } from '../flow/parse-flow.ts';
import type { Warning, WarningKind } from '../warning.ts';
import { type Known, pathFrom, resolve } from './resolve.ts';

type Found = readonly [WarningKind, string];

/** Everything that a reader of the page would stumble over. */
export function checkPage(page: Page, markdown: string, known: Known): readonly Warning[] {
  const inBlocks = page.blocks.flatMap(({ token, line }) =>
    [...everyToken(token)].flatMap((inner) => found(inner, page, known)).map((one) => at(page, line, one)),
  );
  return [...inBlocks, ...checkHeadings(page), ...checkPaths(page, markdown)];
}

function found(token: Token, page: Page, known: Known): readonly Found[] {
  switch (token.type) {
    case 'link':
      return checkLink((token as Tokens.Link).href, page, known);
    case 'image':
      return checkPicture(token as Tokens.Image, page, known);
    case 'html':
      return isComment(token.raw) ? [] : [['raw-html', `${token.raw.trim()} would come out as text`]];
    case 'code':
      return checkFlow(token as Tokens.Code);
    default:
      return [];
  }
}

function checkLink(href: string, page: Page, known: Known): readonly Found[] {
  const to = resolve(page, href, known);
  return to.kind === 'wrong' ? [[to.warning, to.why]] : [];
}

function checkPicture({ href, text }: Tokens.Image, page: Page, known: Known): readonly Found[] {
  const isThere = !/^(?:[a-z]+:|\/)/iu.test(href) && known.kindOf(pathFrom(page, href)) === 'file';
  return [
    ...(isThere ? [] : ([['missing-picture', `${href} is no file of the repository`]] as const)),
    ...(text.trim() === '' ? ([['picture-without-text', `${href} says nothing to who cannot see it`]] as const) : []),
  ];
}

function checkFlow({ lang, text }: Tokens.Code): readonly Found[] {
  if (lang !== 'mermaid') return [];
  try {
    parseFlow(text);
    return [];
  } catch (error) {
    if (error instanceof FlowError) return [['flow-chart', `${error.message}; ${error.next}`]];
    throw error;
  }
}

function checkHeadings(page: Page): readonly Warning[] {
  const { headings } = page;
  return headings.flatMap(({ depth, id, text, line }, index) => {
    const before = headings[index - 1]?.depth ?? 0;
    const jumps = depth > before + 1 || (depth === 1 && index > 0);
    const again = headings.findIndex((other) => other.id === id) < index;
    return [
      ...(jumps ? [at(page, line, ['heading-jump', `“${text}” is of level ${depth} after level ${before}`])] : []),
      ...(again ? [at(page, line, ['duplicate-id', `“${text}” is the second heading with the id ${id}`])] : []),
    ];
  });
}

/** A home or a working folder of whoever wrote the page. */
const MACHINE_PATH = /(?<![\w.~-])(?:\/(?:home|Users|root|work)\/[\w.-]+|file:\/\/\/|[A-Z]:\\Users\\)/u;

function checkPaths(page: Page, markdown: string): readonly Warning[] {
  return markdown.split('\n').flatMap((text, index) => {
    const path = MACHINE_PATH.exec(text)?.[0];
    return path === undefined ? [] : [at(page, index + 1, ['machine-path', `${path} is a path of one machine`])];
  });
}

function at(page: Page, line: number, [kind, text]: Found): Warning {
  return { kind, page: page.path, line, text };
}
