import { fileURLToPath } from 'node:url';

/** The clone. Both `src` and `dist` lie at the same depth below it. */
export const ROOT = fileURLToPath(new URL('../../..', import.meta.url)).replace(/\/$/, '');
