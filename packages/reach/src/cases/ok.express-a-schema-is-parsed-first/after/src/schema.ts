import { z } from 'zod';

export const exportSchema = z.object({ file: z.string().regex(/^[\w-]+$/) });
