import { localDate, localDateOf } from '../instants/local-date.js';
import { problem, unless, type Problem } from '../problem/problem.js';
import { hasCommenced } from '../ruleset/commencement.js';
import {
  checkIssuerIsPartner,
  checkNoConsentPrecondition,
  checkRecipients,
  checkRequestTexts,
  checkSection16HPurpose,
} from './check-section-16h.js';
import { type FourConditions, type StatutoryRequestFacts, type StatutoryRequestForm } from './statutory-request.js';

/** The last day by which every area had moved to safeguarding partners (general knowledge). */
export const LAST_LSCB_SWITCH = localDate('2019-09-29');

/** 1.R9: conditions 1 and 2, and condition 3 or 4. */
export const fourConditionsMet = (conditions: FourConditions): boolean =>
  conditions.c1 && conditions.c2 && (conditions.c3 || conditions.c4);

const conditions = (rule: string, form: StatutoryRequestForm): readonly Problem[] =>
  unless(
    form.conditions !== undefined && fourConditionsMet(form.conditions),
    problem(
      rule,
      'CONDITIONS_NOT_MET',
      'The power binds only if the request serves the board’s functions, the addressee is likely to hold relevant information, and the information is about the addressee or those it serves, or was supplied under an earlier request.',
      'Show conditions 1 and 2 and one of 3 and 4, or ask without the power.',
    ),
  );

const section14B = (form: StatutoryRequestForm, facts: StatutoryRequestFacts): readonly Problem[] => [
  ...unless(
    localDateOf(facts.issuedAt) <= (facts.lscbSwitchDate ?? LAST_LSCB_SWITCH),
    problem(
      '1.R10',
      'LSCB_NO_LONGER_EXISTS',
      'Local Safeguarding Children Boards gave way to safeguarding partners before this day; their power is history.',
      'Use section 16H. A request issued before the area changed over can be imported with its own date.',
    ),
  ),
  ...conditions('1.R10', form),
];

const localAuthorityOnly = (facts: StatutoryRequestFacts): readonly Problem[] =>
  unless(
    facts.issuerIsLocalAuthority === true,
    problem(
      '4.8',
      'ISSUER_NOT_A_LOCAL_AUTHORITY',
      'Only a local authority can ask under this power.',
      'Let the local authority ask, or ask without the power.',
    ),
  );

const byPower = (form: StatutoryRequestForm, facts: StatutoryRequestFacts): readonly Problem[] => {
  switch (form.power) {
    case 'CA2004_S16H':
      return [...checkIssuerIsPartner(facts), ...checkSection16HPurpose(form), ...checkRequestTexts(form)];
    case 'CA2004_S16N':
      return checkRequestTexts(form);
    case 'CA2004_S14B_HISTORIC':
      return section14B(form, facts);
    case 'CARE2014_S45':
      return [
        ...unless(
          facts.issuerIsSafeguardingAdultsBoard === true,
          problem('1.R9', 'ISSUER_NOT_THE_BOARD', 'Section 45 is the Board’s power, not that of one of its members.', 'Let the Safeguarding Adults Board issue it.'),
        ),
        ...conditions('1.R9', form),
      ];
    case 'CA1989_S47_9':
    case 'CA1989_S27':
      return localAuthorityOnly(facts);
    case 'CA2004_S16LA':
      return unless(
        hasCommenced(facts.commencement?.s16LAInForceFrom ?? null, facts.issuedAt),
        problem(
          '12.R1',
          'S16LA_NOT_COMMENCED',
          'Section 16LA has been enacted, and no commencement for this day has been loaded.',
          'Use section 47(9) or 27, or ask without a power.',
        ),
      );
    case 'COURT_ORDER':
      return [];
  }
};

/** Every reason why a request cannot be issued under its power; anyone at all may be the addressee (1.R1 to 1.R4, 1.R9 to 1.R11). */
export const checkStatutoryRequest = (form: StatutoryRequestForm, facts: StatutoryRequestFacts): readonly Problem[] => [
  ...byPower(form, facts),
  ...checkRecipients(form),
  ...checkNoConsentPrecondition(form),
];
