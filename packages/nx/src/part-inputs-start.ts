// What Nx runs to ask for the inputs of a part, once in each run, before it looks into its cache.
import { runCompiled } from '@pawl/compiled';

/** Put in when the program is bundled. */
declare const pawlDigest: string;

runCompiled({ file: new URL('./part-inputs.cjs', import.meta.url), digest: pawlDigest }, (name) => import(name));
