import { isBlank, problem, unless, type Problem } from '../problem/problem.js';
import { POSTAL_SERVICES } from './methods.js';
import { type InPersonEvidence, type PostEvidence } from './method-evidence.js';

/** A letter reaches a person, not a building (6.R3). */
export const checkPost = (post: PostEvidence, confidential: boolean): readonly Problem[] => [
  ...unless(
    !isBlank(post.addresseeName) && !isBlank(post.address),
    problem('6.R3', 'ADDRESS_INCOMPLETE', 'The letter lacks a named person or a full address; an organisation alone is not enough.', 'Give both.'),
  ),
  ...unless(
    !confidential || POSTAL_SERVICES[post.service].forConfidential,
    problem(
      '6.R3',
      'SERVICE_NOT_SECURE',
      'Confidential content was to go by ordinary post.',
      'Use signed-for or registered post, or a reliable courier.',
    ),
  ),
  ...unless(
    !confidential || post.innerMarkedAddresseeOnly,
    problem('6.R3', 'INNER_ENVELOPE_UNMARKED', 'The inner envelope is not marked “Addressee Only”.', 'Mark it.'),
  ),
  ...unless(
    !confidential || post.doubleEnvelope !== undefined,
    problem('6.R3', 'DOUBLE_ENVELOPE_UNDECIDED', 'It is not recorded whether a plain outer envelope was used.', 'Record yes or no; yes is usual for confidential content.'),
  ),
];

const LOG = [
  ['items', 'OFF_SITE_WHAT', 'what was taken'],
  ['why', 'OFF_SITE_WHY', 'why it was taken'],
  ['carriedBy', 'OFF_SITE_WHO', 'who took it'],
  ['authorisedBy', 'OFF_SITE_AUTHORITY', 'who authorised it'],
] as const;

/** What leaves the building is logged, and the log stays open until it is back (6.R4). */
export const checkInPerson = (carried: InPersonEvidence): readonly Problem[] => [
  ...LOG.flatMap(([field, code, what]) =>
    unless(!isBlank(carried[field]), problem('6.R4', code, `The log does not say ${what}.`, `Record ${what}.`)),
  ),
  ...unless(
    carried.outAt !== undefined,
    problem('6.R4', 'OFF_SITE_WHEN', 'The log does not say when it left.', 'Record when it was taken.'),
  ),
  ...unless(
    carried.returnedAt === undefined || carried.outAt === undefined || carried.returnedAt >= carried.outAt,
    problem('6.R4', 'RETURNED_BEFORE_LEAVING', 'It is recorded as returned before it left.', 'Correct the times.'),
  ),
];
