/** What came of reading an entry; a problem is a sentence saying what was wrong and what would be right. */
export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: string };

/** A well-formed entry. */
export const parsed = <T>(value: T): Parsed<T> => ({ ok: true, value });

/** An entry that could not be read, and why. */
export const unreadable = (why: string): { readonly ok: false; readonly problem: string } => ({ ok: false, problem: why });
