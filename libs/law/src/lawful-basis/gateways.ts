import { type CodeOf } from '../codes/code-list.js';
import { type Instant } from '../instants/instant.js';
import { inForceOn, localDate, localDateOf, type LocalDate } from '../instants/local-date.js';
import { hasCommenced, NOTHING_COMMENCED, type Commencement } from '../ruleset/commencement.js';

/** MUST binds; MUST_QUALIFIED binds unless its own exception holds; MAY permits. */
export type GatewayForce = 'MUST' | 'MUST_QUALIFIED' | 'MAY' | 'MAY_IMPLIED' | 'GUIDANCE';

/** How sure the reference data is: read in the source (V), in part (V~), a source document (S…), or general knowledge (R). */
export type Evidence = 'V' | 'V~' | 'R' | `S${0 | 1 | 2 | 3 | 4}`;

export type Gateway = {
  readonly label: string;
  readonly force: GatewayForce;
  readonly whoToWhom: string;
  readonly condition: string;
  readonly evidence: Evidence;
  readonly effectiveFrom: LocalDate | null;
  readonly effectiveTo: LocalDate | null;
};

const gateway = (
  label: string,
  force: GatewayForce,
  whoToWhom: string,
  condition: string,
  evidence: Evidence,
  from: string | null = null,
  to: string | null = null,
): Gateway => ({
  label,
  force,
  whoToWhom,
  condition,
  evidence,
  effectiveFrom: from === null ? null : localDate(from),
  effectiveTo: to === null ? null : localDate(to),
});

/** Powers and duties to share (4.8). Days are given where they bear on facts the hub can hold. */
export const GATEWAYS = {
  CA1989_S17: gateway('Children Act 1989 section 17', 'MAY', 'Local authority, for children in need', 'The child is in need and in the area', 'V'),
  CA1989_S27: gateway('Children Act 1989 section 27', 'MUST_QUALIFIED', 'Authority, health or housing body, when a local authority asks for help', 'Compatible with its own duties and not unduly prejudicial to its functions', 'R'),
  CA1989_S47_1: gateway('Children Act 1989 section 47(1)', 'MUST', 'Local authority making enquiries', 'Emergency protection order, police protection, or reasonable cause to suspect significant harm', 'V'),
  CA1989_S47_9: gateway('Children Act 1989 section 47(9) to (11)', 'MUST_QUALIFIED', 'Authorities listed in section 47(11), when a local authority makes enquiries', 'Unless unreasonable in all the circumstances', 'V~'),
  CA2004_S10: gateway('Children Act 2004 section 10', 'MAY_IMPLIED', 'Local authority and its relevant partners', 'Co-operation to improve well-being', 'V'),
  CA2004_S11: gateway('Children Act 2004 section 11', 'MAY_IMPLIED', 'Bodies listed in section 11', 'Safeguarding and promoting welfare', 'S3'),
  CA2004_S14B: gateway('Children Act 2004 section 14B (historical)', 'MUST', 'Anyone, to a Local Safeguarding Children Board', 'Conditions 1 and 2, and condition 3 or 4', 'R', null, '2019-09-29'),
  CA2004_S16H: gateway('Children Act 2004 section 16H', 'MUST', 'Anyone, when a safeguarding partner for the area asks', 'To enable or assist functions under section 16E or 16F', 'V~', '2018-06-29'),
  CA2004_S16N: gateway('Children Act 2004 section 16N', 'MUST', 'Anyone, when a child death review partner asks', 'To enable or assist the review of deaths', 'V', '2018-06-29'),
  CA2004_S16LA: gateway('Children Act 2004 section 16LA', 'MUST_QUALIFIED', 'Bodies listed in section 11, designated agencies and their contractors, to each other', 'May facilitate safeguarding functions, unless more detrimental to the child', 'V'),
  CDA1998_S115: gateway('Crime and Disorder Act 1998 section 115', 'MAY', 'Anyone, to a relevant authority or someone acting for one', 'Necessary or expedient for the Act; a charity is not a relevant authority', 'V'),
  CDA1998_S17A: gateway('Crime and Disorder Act 1998 section 17A', 'MUST', 'Relevant authorities, quarterly', 'Depersonalised data only', 'V'),
  PCSC2022_S16: gateway('Police, Crime, Sentencing and Courts Act 2022 section 16', 'MAY', 'Serious-violence authorities', 'Never patient information, nor personal information from a health or social-care authority', 'V'),
  CARE2014_S6_7: gateway('Care Act 2014 sections 6 and 7', 'MUST_QUALIFIED', 'Local authority and partners', 'Co-operation', 'R', '2015-04-01'),
  CARE2014_S42: gateway('Care Act 2014 section 42', 'MUST', 'Local authority making adult enquiries', 'Needs for care and support; abuse, neglect or risk of it; unable to protect themselves because of those needs', 'V', '2015-04-01'),
  CARE2014_S45: gateway('Care Act 2014 section 45', 'MUST', 'Anyone, when the Safeguarding Adults Board asks', 'Conditions 1 and 2, and condition 3 or 4', 'V', '2015-04-01'),
  EA2002_S175: gateway('Education Act 2002 section 175', 'MAY_IMPLIED', 'Local authorities, maintained schools and colleges', 'Safeguarding functions', 'S3'),
  EA2002_S157: gateway('Education Act 2002 section 157', 'MAY_IMPLIED', 'Independent schools and academies', 'Safeguarding standards', 'R'),
  BCIA2009_S55: gateway('Borders, Citizenship and Immigration Act 2009 section 55', 'MAY_IMPLIED', 'Immigration and customs functions', 'Regard to the welfare of children', 'S3'),
  ESA2008_S74: gateway('Education and Skills Act 2008 section 74', 'MAY_IMPLIED', 'Providers of support services', 'Services under that section', 'S3'),
  CJA2003_S325: gateway('Criminal Justice Act 2003 section 325 (MAPPA)', 'MUST', 'Responsible authority and bodies with a duty to co-operate', 'Co-operation, which may include exchanging information', 'V~'),
  CJA2003_S327A: gateway('Criminal Justice Act 2003 section 327A', 'MUST_QUALIFIED', 'Responsible authority', 'Must consider disclosure about child sex offenders', 'V~'),
  DAA2021_S77: gateway('Domestic Abuse Act 2021 section 77', 'GUIDANCE', 'Chief officers of police', 'Guidance on domestic violence disclosure', 'V'),
  HSCA2012_S251A: gateway('Health and Social Care Act 2012 section 251A', 'MUST_QUALIFIED', 'Health and adult social care', 'NHS number included where it facilitates care and is in the person’s best interests', 'V', '2015-10-01'),
  HSCA2012_S251B: gateway('Health and Social Care Act 2012 section 251B', 'MUST_QUALIFIED', 'Health and adult social care, for direct care', 'Facilitates care and is in the person’s best interests', 'R', '2015-10-01'),
  CTSA2015_S26: gateway('Counter-Terrorism and Security Act 2015 section 26 (Prevent)', 'MUST', 'Specified authorities', 'Due regard to preventing people being drawn into terrorism', 'R'),
  CTSA2015_S36_38: gateway('Counter-Terrorism and Security Act 2015 sections 36 to 38 (Channel)', 'MUST_QUALIFIED', 'Channel panel and partners', 'Co-operation with the panel', 'R'),
  MSA2015_S52: gateway('Modern Slavery Act 2015 section 52', 'MUST', 'Public authorities', 'Notify about suspected victims', 'R'),
  FGMA2003_S5B: gateway('Female Genital Mutilation Act 2003 section 5B', 'MUST', 'Regulated professionals, to the police', 'Within one month of the discovery', 'R'),
  HA1996_S213B: gateway('Housing Act 1996 section 213B', 'MUST_QUALIFIED', 'Public authorities, to a housing authority', 'Only with the person’s agreement', 'R'),
  COMMON_LAW_POLICE: gateway('Common-law power of the police', 'MAY', 'Police, to prevent crime', 'Necessary, proportionate and a pressing need', 'V'),
  COURT_ORDER: gateway('Court order', 'MUST', 'As ordered', 'Within the terms of the order', 'S1'),
} as const satisfies Record<string, Gateway>;
export type GatewayCode = CodeOf<typeof GATEWAYS>;

/** Whether the gateway was open at that moment; section 16LA stays shut until a commencement is loaded (12.R1). */
export const gatewayInForce = (code: GatewayCode, at: Instant, commencement: Commencement = NOTHING_COMMENCED): boolean =>
  code === 'CA2004_S16LA' ? hasCommenced(commencement.s16LAInForceFrom, at) : inForceOn(GATEWAYS[code], localDateOf(at));
