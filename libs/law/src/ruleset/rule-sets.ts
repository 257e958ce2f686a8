import { inForceOn, localDate, localDateOf, type LocalDate } from '../instants/local-date.js';
import { type Instant } from '../instants/instant.js';

export type GoldenRulesGeneration = 'BEFORE_2018' | '2018' | '2024';

/** The state of the law and national advice between two days (0.R5). */
export type RuleSet = {
  readonly version: string;
  readonly effectiveFrom: LocalDate | null;
  readonly effectiveTo: LocalDate | null;
  readonly changed: string;
  readonly goldenRules: GoldenRulesGeneration;
  /** Article 6(1)(ea), and the public authority bar that came with it. */
  readonly recognisedLegitimateInterest: boolean;
};

/** A new change of law is a new row; a row that events may already name is never edited. */
export const RULE_SETS = [
  {
    version: 'before-2018-07',
    effectiveFrom: null,
    effectiveTo: localDate('2018-07-03'),
    changed: 'Earlier national advice on information sharing',
    goldenRules: 'BEFORE_2018',
    recognisedLegitimateInterest: false,
  },
  {
    version: '2018-07',
    effectiveFrom: localDate('2018-07-04'),
    effectiveTo: localDate('2024-04-18'),
    changed: 'Government advice of July 2018, written for UK GDPR and the Data Protection Act 2018',
    goldenRules: '2018',
    recognisedLegitimateInterest: false,
  },
  {
    version: '2024-04',
    effectiveFrom: localDate('2024-04-19'),
    effectiveTo: localDate('2026-02-04'),
    changed: 'Department for Education advice of April 2024',
    goldenRules: '2024',
    recognisedLegitimateInterest: false,
  },
  {
    version: '2026-02',
    effectiveFrom: localDate('2026-02-05'),
    effectiveTo: null,
    changed: 'Data (Use and Access) Act 2025: recognised legitimate interests',
    goldenRules: '2024',
    recognisedLegitimateInterest: true,
  },
] as const satisfies readonly RuleSet[];

export type RuleSetVersion = (typeof RULE_SETS)[number]['version'];

/** The law of that moment, so that facts of 2024 are judged by the law of 2024 (0.R5). */
export const ruleSetAt = (at: Instant): RuleSet & { readonly version: RuleSetVersion } => {
  const day = localDateOf(at);
  const found = RULE_SETS.find((rules) => inForceOn(rules, day));
  if (found === undefined) throw new RangeError(`No rule set covers ${day}: the table must run without a gap.`);
  return found;
};

/** The rule set that an event names, as it stood when the event was written. */
export const ruleSetNamed = (version: RuleSetVersion): RuleSet => {
  const found = RULE_SETS.find((rules) => rules.version === version);
  if (found === undefined) throw new RangeError(`No rule set is called ${version}.`);
  return found;
};
