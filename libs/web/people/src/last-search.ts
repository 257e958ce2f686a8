import type { SearchFound } from './people.operations.js';

/** The search that a registration goes on from. In memory only, and gone with the page. */
let last: SearchFound | null = null;

export const rememberSearch = (found: SearchFound): void => { last = found; };
export const lastSearch = (): SearchFound | null => last;
