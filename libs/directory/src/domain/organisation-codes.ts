import type { OrganisationCode } from '@mash/directory-events';
import type { Reason } from '@mash/kernel';
import { reason } from '@mash/kernel';
import type { OrganisationKindCode, Parsed } from '@mash/law';
import { ORGANISATION_KINDS, parseGssCode, parseOdsCode, parsePoliceForce, parseShapedIdentifier } from '@mash/law';

type Scheme = OrganisationCode['scheme'];

/** Which rule describes the form of each scheme's codes. */
const ruleOf: Readonly<Record<Scheme, string>> = { GSS: '13.5', ODS: '13.4', POLICE_FORCE: '13.6', URN: '13.7', CHARITY: '13.7' };

/** Kinds that always have a code of their scheme. A small charity may have no number, so it is not asked for one. */
const required: Partial<Record<OrganisationKindCode, Scheme>> = {
  LOCAL_AUTHORITY: 'GSS', INTEGRATED_CARE_BOARD: 'ODS', CLINICAL_COMMISSIONING_GROUP: 'ODS', NHS_TRUST: 'ODS', GP_PRACTICE: 'ODS',
  POLICE_FORCE: 'POLICE_FORCE', SCHOOL_OR_COLLEGE: 'URN', INDEPENDENT_SCHOOL: 'URN',
};

/** What kinds of area each kind of body can carry the code of; others carry none. */
const areasOf: Partial<Record<OrganisationKindCode, readonly string[]>> = {
  LOCAL_AUTHORITY: ['E06', 'E07', 'E08', 'E09', 'E10'], INTEGRATED_CARE_BOARD: ['E54'], CLINICAL_COMMISSIONING_GROUP: ['E38'], POLICE_FORCE: ['E23'],
};

const parseCharityNumber = (raw: string): Parsed<string> => {
  const text = raw.trim();
  return /^\d{6,7}$/.test(text) ? { ok: true, value: text } : { ok: false, problem: 'A charity number has six or seven digits.' };
};

const parseCode = ({ scheme, value }: OrganisationCode): Parsed<string> => {
  switch (scheme) {
    case 'GSS': return parseGssCode(value);
    case 'ODS': return parseOdsCode(value);
    case 'POLICE_FORCE': return parsePoliceForce(value);
    case 'URN': return parseShapedIdentifier('SCHOOL_URN', value);
    case 'CHARITY': return parseCharityNumber(value);
  }
};

/** Codes in their canonical form, and every reason why some cannot stand for a body of this kind. */
export function readCodes(kind: OrganisationKindCode, raw: readonly OrganisationCode[]): { codes: OrganisationCode[]; reasons: Reason[] } {
  const reasons: Reason[] = [];
  const codes = raw.flatMap((code): OrganisationCode[] => {
    const read = parseCode(code);
    if (!read.ok) reasons.push(reason(ruleOf[code.scheme], `${code.scheme}_UNREADABLE`, read.problem, 'Check the code against its source.'));
    return read.ok ? [{ scheme: code.scheme, value: read.value }] : [];
  });
  const { label } = ORGANISATION_KINDS[kind];
  for (const { scheme, value } of codes) {
    if (scheme === 'GSS' && areasOf[kind]?.includes(value.slice(0, 3)) !== true) {
      reasons.push(reason('13.5', 'GSS_OF_ANOTHER_KIND', `${value} is not the code of a ${label.toLowerCase()}.`,
        `Use a code beginning ${areasOf[kind]?.join(', ') ?? 'nothing: this kind has no area code'}.`));
    }
  }
  const scheme = required[kind];
  if (scheme !== undefined && !raw.some((code) => code.scheme === scheme)) {
    reasons.push(reason(ruleOf[scheme], `${scheme}_MISSING`, `A ${label.toLowerCase()} is registered with its ${scheme} code.`, 'Add the code.'));
  }
  return { codes, reasons };
}
