import { type CodeOf } from '../codes/code-list.js';
import { type Instant } from '../instants/instant.js';
import { type Parsed } from '../problem/parsed.js';
import { parseCroNumber } from './cro-number.js';
import { parseGssCode } from './gss-code.js';
import { parseNhsNumber } from './nhs-number.js';
import { parseOdsCode } from './ods-code.js';
import { parsePncId } from './pnc-id.js';
import { parsePoliceForce } from './police-forces.js';
import { parseShapedIdentifier, SHAPED_IDENTIFIERS } from './shaped-identifiers.js';
import { parseUpn } from './upn.js';

/** Every identifier the hub reads. */
export const IDENTIFIER_KINDS = {
  NHS_NUMBER: { label: 'NHS number' },
  UPN: { label: 'Unique pupil number' },
  PNC_ID: { label: 'PNC identifier' },
  CRO_NUMBER: { label: 'Criminal record number' },
  ODS_CODE: { label: 'Health and care organisation code' },
  GSS_CODE: { label: 'Area code' },
  POLICE_FORCE: { label: 'Police force number' },
  ...SHAPED_IDENTIFIERS,
} as const;
export type IdentifierKindCode = CodeOf<typeof IDENTIFIER_KINDS>;

export type IdentifierContext = { readonly at: Instant; readonly allowTestRange?: boolean };

/** Reads an entry of a given kind into its canonical form; the raw entry is the caller's to keep. */
export const parseIdentifier = (kind: IdentifierKindCode, raw: string, context: IdentifierContext): Parsed<string> => {
  switch (kind) {
    case 'NHS_NUMBER':
      return parseNhsNumber(raw, { allowTestRange: context.allowTestRange === true });
    case 'UPN':
      return parseUpn(raw);
    case 'PNC_ID':
      return parsePncId(raw, context.at);
    case 'CRO_NUMBER':
      return parseCroNumber(raw);
    case 'ODS_CODE':
      return parseOdsCode(raw);
    case 'GSS_CODE':
      return parseGssCode(raw);
    case 'POLICE_FORCE':
      return parsePoliceForce(raw);
    default:
      return parseShapedIdentifier(kind, raw);
  }
};
