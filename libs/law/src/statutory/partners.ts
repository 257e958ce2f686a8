import { type CodeOf } from '../codes/code-list.js';
import { GSS_ENTITIES, gssEntityOf, type GssCode } from '../identifiers/gss-code.js';
import { type Instant } from '../instants/instant.js';
import { inForceOn, localDate, localDateOf, type LocalDate } from '../instants/local-date.js';
import { problem, unless, type Problem } from '../problem/problem.js';

/** Who can be a safeguarding partner, and until when; the health partner changed on 1 July 2022 (1.2). */
export const PARTNER_KINDS = {
  LA: { label: 'Local authority', entities: ['E06', 'E08', 'E09', 'E10'], effectiveFrom: null, effectiveTo: null },
  ICB: { label: 'Integrated care board', entities: ['E54'], effectiveFrom: localDate('2022-07-01'), effectiveTo: null },
  CCG: { label: 'Clinical commissioning group', entities: ['E38'], effectiveFrom: null, effectiveTo: localDate('2022-06-30') },
  POLICE_CHIEF_OFFICER: { label: 'Chief officer of police', entities: ['E23'], effectiveFrom: null, effectiveTo: null },
} as const;
export type PartnerKindCode = CodeOf<typeof PARTNER_KINDS>;

/** One organisation's place, for a time, in an arrangement covering some areas. */
export type PartnerMembership = {
  readonly kind: PartnerKindCode;
  readonly areas: readonly string[];
  readonly effectiveFrom: LocalDate | null;
  readonly effectiveTo: LocalDate | null;
};

/** The membership that makes an organisation a partner for an area at a moment, if any (1.R1). */
export const partnershipAt = (
  memberships: readonly PartnerMembership[],
  area: string,
  at: Instant,
): PartnerMembership | undefined => {
  const day = localDateOf(at);
  return memberships.find(
    (member) => member.areas.includes(area) && inForceOn(member, day) && inForceOn(PARTNER_KINDS[member.kind], day),
  );
};

/** Whether an area code can stand for a partner of that kind (13.R1): a district council is no children's authority. */
export const checkPartnerEntity = (kind: PartnerKindCode, code: GssCode): readonly Problem[] => {
  const entity = gssEntityOf(code);
  const allowed: readonly string[] = PARTNER_KINDS[kind].entities;
  return unless(
    allowed.includes(entity),
    problem(
      '13.R1',
      'NOT_A_PARTNER_ENTITY',
      `${code} names ${entity in GSS_ENTITIES ? 'a different kind of body' : 'no body the hub knows'}, which cannot be a partner as ${PARTNER_KINDS[kind].label.toLowerCase()}.`,
      `Use a code beginning ${allowed.join(', ')}.`,
    ),
  );
};
