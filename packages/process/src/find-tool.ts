import { resolveTool, type Tool } from './resolve-tool.ts';

const found = new Map<string, Tool>();

/** {@link resolveTool}, once per process: a second scan of one check must not meet another tool than the first. */
export async function findTool(
  name: string,
  where: { readonly path: string | undefined; readonly workTree: string },
): Promise<Tool | undefined> {
  const key = JSON.stringify([name, where.path, where.workTree]);
  const tool = found.get(key) ?? (await resolveTool(name, where));
  if (tool !== undefined) found.set(key, tool);
  return tool;
}
