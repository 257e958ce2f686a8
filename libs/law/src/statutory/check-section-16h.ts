import { isBlank, problem, unless, type Problem } from '../problem/problem.js';
import { partnershipAt } from './partners.js';
import { type StatutoryRequestFacts, type StatutoryRequestForm } from './statutory-request.js';

/** 1.R1: any one partner of an arrangement covering the area may ask; nobody else, the hub included. */
export const checkIssuerIsPartner = (facts: StatutoryRequestFacts): readonly Problem[] =>
  unless(
    partnershipAt(facts.issuerMemberships, facts.area, facts.issuedAt) !== undefined,
    problem(
      '1.R1',
      'ISSUER_NOT_A_PARTNER',
      'The organisation is not, on this day, a safeguarding partner in an arrangement that covers the area.',
      'Let the local authority, integrated care board or chief officer of police for the area issue it, or ask without a power.',
    ),
  );

const TEXTS = [
  ['purposeText', 'PURPOSE_EMPTY', 'the purpose'],
  ['whyNeededText', 'WHY_NEEDED_EMPTY', 'why the information is needed'],
  ['necessityText', 'NECESSITY_EMPTY', 'why it is necessary'],
  ['proportionalityText', 'PROPORTIONALITY_EMPTY', 'why it is proportionate'],
  ['burdenConsideredText', 'BURDEN_EMPTY', 'how the burden on the addressee was considered'],
] as const;

/** 1.R2: the five texts that the guidance asks of every request. */
export const checkRequestTexts = (form: StatutoryRequestForm): readonly Problem[] =>
  TEXTS.flatMap(([field, code, what]) =>
    unless(
      !isBlank(form[field]),
      problem('1.R2', code, `The request does not say ${what}.`, `Say ${what}, in a sentence or two.`),
    ),
  );

/** 1.R2: section 16H serves the arrangements and the reviews; one child's case needs to be shown to serve them. */
export const checkSection16HPurpose = (form: StatutoryRequestForm): readonly Problem[] => {
  if (form.purposeFunction !== 'S16E' && form.purposeFunction !== 'S16F') {
    return [
      problem(
        '1.R2',
        'PURPOSE_OUTSIDE_THE_POWER',
        'Section 16H serves functions under section 16E or 16F, and the request names neither.',
        'Name the function it serves, or use another power: for one child, section 47(9) or 27 of the Children Act 1989.',
      ),
    ];
  }
  return unless(
    !form.aboutIndividualChild || form.purposeFunction !== 'S16E' || !isBlank(form.howS16EServed),
    problem(
      '1.R2',
      'CASE_LEVEL_WITHOUT_EXPLANATION',
      'The request is about one child’s case, and does not say how that serves the arrangements under section 16E.',
      'Explain how it identifies and responds to the needs of children, or ask under section 47(9) or 27 of the Children Act 1989.',
    ),
  );
};

/** 1.R4: the answer goes somewhere named and typed, and another body needs a reason. */
export const checkRecipients = (form: StatutoryRequestForm): readonly Problem[] => [
  ...unless(
    form.recipients.length > 0,
    problem('1.R4', 'NO_RECIPIENT', 'The request does not say who is to receive the answer.', 'Name at least one recipient.'),
  ),
  ...form.recipients.flatMap((recipient) => [
    ...unless(
      !isBlank(recipient.name),
      problem('1.R4', 'RECIPIENT_UNNAMED', 'A recipient of the answer has no name.', 'Name the person or body.'),
    ),
    ...unless(
      recipient.type !== 'OTHER' || !isBlank(recipient.reason),
      problem(
        '1.R4',
        'OTHER_RECIPIENT_WITHOUT_REASON',
        'The answer is to go to another person or body, and no reason is given.',
        'Say why this recipient needs it.',
      ),
    ),
  ]),
];

/** 1.R11: an answer to a statutory request never waits for consent. */
export const checkNoConsentPrecondition = (form: StatutoryRequestForm): readonly Problem[] => [
  ...unless(
    !form.consentIsPrecondition,
    problem(
      '1.R11',
      'CONSENT_MADE_A_PRECONDITION',
      'The request makes the answer wait for somebody’s consent; the duty to answer does not depend on it.',
      'Take the condition out. Whether it is safe to tell the person is decided separately.',
    ),
  ),
  ...unless(
    form.safeToTell === undefined || !isBlank(form.safeToTell.reason),
    problem(
      '1.R11',
      'TELLING_WITHOUT_REASON',
      'Whether it is safe to tell the person was decided without a reason.',
      'Say why it is, or is not, safe to tell them.',
    ),
  ),
];
