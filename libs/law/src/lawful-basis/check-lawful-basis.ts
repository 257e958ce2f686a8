import { problem, unless, type Problem } from '../problem/problem.js';
import { checkArticle6 } from './check-article-6.js';
import { checkSpecialCategories } from './check-article-9.js';
import { checkConfidentiality } from './check-confidentiality.js';
import { STATUTORY_BARS } from './confidentiality.js';
import { GATEWAYS, gatewayInForce } from './gateways.js';
import { type LawfulBasisFacts, type LawfulBasisSet } from './lawful-basis-set.js';

const part3 = (set: LawfulBasisSet, facts: LawfulBasisFacts): readonly Problem[] => [
  ...unless(
    facts.lawEnforcementPurpose,
    problem(
      '4.7',
      'PART3_WITHOUT_LAW_ENFORCEMENT_PURPOSE',
      'The law-enforcement regime is named, but the purpose is not law enforcement.',
      'Use UK GDPR: for safeguarding, public task.',
    ),
  ),
  ...unless(
    !facts.specialCategory || set.schedule8Condition !== undefined || facts.liveConsent?.kind === 'EXPLICIT',
    problem(
      '4.5',
      'SENSITIVE_WITHOUT_SCHEDULE8',
      'Sensitive processing for law enforcement needs a Schedule 8 condition or consent, and has neither.',
      'Add the condition: for safeguarding it is paragraph 4.',
    ),
  ),
];

/** A Part 3 record goes to another purpose only where a law authorises it (4.R10). */
const changeOfRegime = (set: LawfulBasisSet, facts: LawfulBasisFacts): readonly Problem[] =>
  unless(
    facts.sourceRegime !== 'PART3' || facts.lawEnforcementPurpose || set.gateways.length > 0,
    problem(
      '4.R10',
      'PART3_RECORD_WITHOUT_GATEWAY',
      'The information was collected for law enforcement, and nothing authorises its use for another purpose.',
      'Add the statutory gateway or the common-law power of the police that authorises it.',
    ),
  );

const gateways = (set: LawfulBasisSet, facts: LawfulBasisFacts): readonly Problem[] =>
  set.gateways.flatMap((code) =>
    unless(
      gatewayInForce(code, facts.at, facts.commencement),
      problem(
        '4.8',
        'GATEWAY_NOT_IN_FORCE',
        `${GATEWAYS[code].label} was not in force on the day of this sharing.`,
        'Choose a gateway that was in force on that day.',
      ),
    ),
  );

const bars = (set: LawfulBasisSet): readonly Problem[] =>
  set.barsChecked.flatMap((check) =>
    unless(
      check.outcome !== 'UNRESOLVED',
      problem(
        '4.R11',
        'STATUTORY_BAR_UNRESOLVED',
        `A statutory bar stands in the way: ${STATUTORY_BARS[check.bar].label}.`,
        'Take legal advice and record how the bar was resolved; until then nothing is shared.',
      ),
    ),
  );

/** Every reason why a sharing cannot stand on this basis, by the law of the day (4.R1 to 4.R11); none means it can. */
export const checkLawfulBasis = (set: LawfulBasisSet, facts: LawfulBasisFacts): readonly Problem[] => [
  ...(set.regime === 'PART3' ? part3(set, facts) : [...checkArticle6(set, facts), ...checkSpecialCategories(set, facts)]),
  ...checkConfidentiality(set, facts),
  ...changeOfRegime(set, facts),
  ...gateways(set, facts),
  ...bars(set),
];
