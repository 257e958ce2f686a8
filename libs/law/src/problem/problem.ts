/** One broken rule: what is wrong, and what would be right, in words a practitioner can act on. */
export type Problem = {
  readonly rule: string;
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
};

/** Names a broken rule. */
export const problem = (rule: string, code: string, message: string, remedy: string): Problem => ({
  rule,
  code,
  message,
  remedy,
});

/** The problem when the condition does not hold, else nothing: spread into a list of findings. */
export const unless = (holds: boolean, found: Problem): readonly Problem[] => (holds ? [] : [found]);

/** White space is not a reason: a field somebody tabbed through counts as empty. */
export const isBlank = (text: string | null | undefined): boolean => text === undefined || text === null || text.trim() === '';
