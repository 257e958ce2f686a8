/** A closed list of codes, each with the words a screen shows for it. */
export type CodeList = Readonly<Record<string, { readonly label: string }>>;

export type CodeOf<L extends CodeList> = Extract<keyof L, string>;

/** Whether the entry is a code of the list (never true for inherited names such as "constructor"). */
export const isCodeOf = <L extends CodeList>(list: L, raw: string): raw is CodeOf<L> => Object.hasOwn(list, raw);

/** The codes in the order in which the list was written, which is the order screens show. */
export const codesOf = <L extends CodeList>(list: L): readonly CodeOf<L>[] =>
  Object.keys(list).filter((code): code is CodeOf<L> => isCodeOf(list, code));

/** The words for a code; a code from a newer list, met in replay, is shown as it is written. */
export const labelOf = (list: CodeList, code: string): string => (isCodeOf(list, code) ? (list[code]?.label ?? code) : code);
