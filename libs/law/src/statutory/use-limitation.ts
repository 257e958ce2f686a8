import { SHARING_PURPOSES, type SharingPurposeCode } from '../codes/enquiry-codes.js';
import { problem, unless, type Problem } from '../problem/problem.js';
import { PURPOSE_FUNCTIONS, STATUTORY_POWERS, type PurposeFunctionCode, type StatutoryPowerCode } from './powers.js';

/** What everything supplied under a power may be used for, for as long as it exists (1.R7). */
export type UseLimitation = {
  readonly power: StatutoryPowerCode;
  readonly functions: readonly PurposeFunctionCode[];
  readonly text: string;
};

const FUNCTIONS: Partial<Record<StatutoryPowerCode, readonly PurposeFunctionCode[]>> = {
  CA2004_S16H: ['S16E', 'S16F'],
  CA2004_S16N: ['S16M'],
  CA2004_S14B_HISTORIC: ['LSCB'],
  CARE2014_S45: ['SAB'],
};

/** The limitation that items supplied under a power inherit; powers that impose none return nothing. */
export const useLimitationOf = (power: StatutoryPowerCode): UseLimitation | undefined => {
  const functions = FUNCTIONS[power];
  if (functions === undefined) return undefined;
  const named = functions.map((code) => PURPOSE_FUNCTIONS[code].label).join('; or ');
  return { power, functions, text: `Supplied under ${STATUTORY_POWERS[power].label}. May be used only for: ${named}.` };
};

/** 1.R7: a read or onward share for anything else is refused; a lawful basis is no argument here, so none is asked for. */
export const checkUse = (limitation: UseLimitation, purpose: SharingPurposeCode): readonly Problem[] => {
  const served: PurposeFunctionCode | null = SHARING_PURPOSES[purpose].servesFunction;
  return unless(
    served !== null && limitation.functions.includes(served),
    problem(
      '1.R7',
      'USE_OUTSIDE_THE_POWER',
      `This was supplied under ${STATUTORY_POWERS[limitation.power].label}, and “${SHARING_PURPOSES[purpose].label}” is not what that power is for. No other basis lifts this.`,
      limitation.text,
    ),
  );
};
