import { marked, type Token, type Tokens } from 'marked';
import { plainText } from './plain-text.ts';
import { slug } from './slug.ts';

export interface Heading {
  readonly depth: number;
  readonly text: string;
  readonly id: string;
}

/** A block of a page, with the line that it begins in, from 1. */
export interface Block {
  readonly token: Token;
  readonly line: number;
}

/** A page as it was written, read once. */
export interface Page {
  /** From the root of the workspace, with `/`. */
  readonly path: string;
  readonly title: string;
  /** The first paragraph, in one line. */
  readonly lead: string;
  readonly blocks: readonly Block[];
  readonly headings: readonly (Heading & { readonly line: number })[];
}

export function readPage(path: string, markdown: string): Page {
  const blocks = withLines(marked.lexer(markdown));
  const headings = blocks.flatMap(({ token, line }) => (isHeading(token) ? [{ ...headingOf(token), line }] : []));
  const first = blocks.find(({ token }) => token.type === 'paragraph')?.token;
  return {
    path,
    title: headings[0]?.text ?? path,
    lead: plainText(first === undefined ? [] : [first]).replaceAll(/\s+/gu, ' '),
    blocks,
    headings,
  };
}

export function headingOf({ depth, tokens }: Tokens.Heading): Heading {
  const text = plainText(tokens);
  return { depth, text, id: slug(text) };
}

function withLines(tokens: readonly Token[]): readonly Block[] {
  let line = 1;
  return tokens.map((token) => {
    const block = { token, line };
    line += token.raw.split('\n').length - 1;
    return block;
  });
}

function isHeading(token: Token): token is Tokens.Heading {
  return token.type === 'heading';
}
