import { type Instant } from '../instants/instant.js';
import { isBlank, problem, unless, type Problem } from '../problem/problem.js';
import { checkEmail } from './check-email.js';
import { checkInPerson, checkPost } from './check-paper.js';
import { checkTelephone } from './check-telephone.js';
import { type MethodEvidence } from './method-evidence.js';
import { SHARING_METHODS, type SharingMethodCode } from './methods.js';
import { type SecureDomain } from './secure-domains.js';

/** From how many records a share counts as bulk; no source gives a number, so it is set locally (6.R8). */
export const DEFAULT_BULK_THRESHOLD = 50;

export type MethodFacts = {
  readonly at: Instant;
  readonly confidential: boolean;
  readonly recordCount?: number;
  readonly bulkThreshold?: number;
  readonly systemToSystem?: boolean;
  readonly igAdviceId?: string;
  readonly secureDomains?: readonly SecureDomain[];
};

const bulk = (facts: MethodFacts): readonly Problem[] => {
  const large = (facts.recordCount ?? 1) > (facts.bulkThreshold ?? DEFAULT_BULK_THRESHOLD);
  return unless(
    (!large && facts.systemToSystem !== true) || !isBlank(facts.igAdviceId),
    problem(
      '6.R8',
      'BULK_WITHOUT_ADVICE',
      'Many records, or records from system to system, are to be shared without advice.',
      'Ask the information governance lead or Caldicott Guardian first, and link their advice.',
    ),
  );
};

const byMethod = (evidence: MethodEvidence, facts: MethodFacts): readonly Problem[] => {
  switch (evidence.method) {
    case 'TELEPHONE':
      return checkTelephone(evidence, facts.confidential);
    case 'POST':
    case 'COURIER':
      return checkPost(evidence, facts.confidential);
    case 'IN_PERSON':
      return checkInPerson(evidence);
    case 'EMAIL':
      return checkEmail(evidence, facts.at, facts.secureDomains);
    case 'SECURE_TRANSFER':
      return unless(
        !isBlank(evidence.service),
        problem('6', 'TRANSFER_SERVICE_UNNAMED', 'The transfer service is not named.', 'Name the service that local policy allows.'),
      );
    case 'MEETING':
      return [
        ...unless(evidence.present.length > 0, problem('6', 'NOBODY_PRESENT', 'It is not recorded who was present.', 'List everyone who was present.')),
        ...unless(
          !facts.confidential || evidence.settingSecure,
          problem('6', 'SETTING_NOT_SECURE', 'The meeting could be overheard.', 'Meet where only those present can hear.'),
        ),
      ];
    case 'HUB_PORTAL':
      return [];
    case 'REMOVABLE_MEDIA':
      return [
        problem(
          '6.R7',
          'REMOVABLE_MEDIA_FORBIDDEN',
          'Memory sticks, discs and other removable media are never used, by anyone, for any reason.',
          'Share through the hub, or ask the information governance lead for a safe way.',
        ),
      ];
  }
};

/** Every reason why information cannot travel in this way (6.R1 to 6.R9). */
export const checkMethod = (method: SharingMethodCode, evidence: MethodEvidence, facts: MethodFacts): readonly Problem[] => [
  ...unless(
    method === evidence.method,
    problem(
      '6',
      'EVIDENCE_OF_ANOTHER_METHOD',
      `The checks recorded belong to “${SHARING_METHODS[evidence.method].label}”, and the method is “${SHARING_METHODS[method].label}”.`,
      'Record the checks for the method used.',
    ),
  ),
  // Checked by what is named as well as by what is evidenced: no mislabelling opens the way for a memory stick.
  ...(method === 'REMOVABLE_MEDIA' ? byMethod({ method }, facts) : byMethod(evidence, facts)),
  ...bulk(facts),
];
