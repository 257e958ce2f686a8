import { type CodeOf } from '../codes/code-list.js';
import { isBlank, problem, unless, type Problem } from '../problem/problem.js';

/** When the public interest in sharing is presumed to be sufficient (2.5). Significant harm is a child's, serious harm an adult's (2.2). */
export const PUBLIC_INTEREST_PRESUMPTIONS = {
  SIGNIFICANT_HARM_CHILD: { label: 'Evidence of, or reasonable cause to believe in, significant harm to a child' },
  PREVENT_SIGNIFICANT_HARM_CHILD: { label: 'To prevent significant harm to a child' },
  PREVENT_SERIOUS_HARM_ADULT: { label: 'To prevent serious harm to an adult' },
  SERIOUS_CRIME: { label: 'To prevent, detect or prosecute serious crime' },
} as const;
export type PublicInterestPresumptionCode = CodeOf<typeof PUBLIC_INTEREST_PRESUMPTIONS>;

/** What may happen either way: the public-interest test is this comparison, or it is nothing. */
export type Weighing = {
  readonly harmIfShared: string;
  readonly harmIfNotShared: string;
  readonly whyNecessaryAndProportionate: string;
};

const PARTS = [
  ['harmIfShared', 'HARM_IF_SHARED_EMPTY', 'what may happen if it is shared'],
  ['harmIfNotShared', 'HARM_IF_NOT_SHARED_EMPTY', 'what may happen if it is not shared'],
  ['whyNecessaryAndProportionate', 'BALANCE_EMPTY', 'why sharing is, or is not, necessary and proportionate'],
] as const;

/** A weighing is complete when both sides and the balance are in words (2.5, 2.R11). */
export const checkWeighing = (weighing: Weighing): readonly Problem[] =>
  PARTS.flatMap(([field, code, what]) =>
    unless(!isBlank(weighing[field]), problem('2.R11', code, `The weighing does not say ${what}.`, `Say ${what}.`)),
  );
