import { PIPELINE } from '@pawl/verdict';
import type { Repository } from '@pawl/git';
import type { PipelineFile } from './pipeline-facts.ts';

/** No pipeline that a person wrote is larger. */
const MOST_BYTES = 512 * 1024;

/** The pipelines of HEAD: what is not committed runs nowhere. */
export async function readPipelines(repository: Repository): Promise<readonly PipelineFile[]> {
  const head = await repository.head();
  if (head === undefined) return [];
  const entries = await repository.listTree(await repository.resolveTree(head));
  const files = entries.filter(({ path, mode }) => mode.startsWith('100') && PIPELINE.test(path));
  const blobs = await repository.readBlobs(
    files.map(({ blob }) => blob),
    { maxBytes: MOST_BYTES },
  );
  return files.map(({ path, blob }) => {
    const content = blobs.get(blob);
    return { path, text: content?.kind === 'content' ? new TextDecoder().decode(content.bytes) : undefined };
  });
}
