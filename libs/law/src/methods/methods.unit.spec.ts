import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { instant } from '../instants/instant.js';
import { localDate } from '../instants/local-date.js';
import { checkMethod, type MethodFacts } from './check-method.js';
import { type EmailEvidence, type InPersonEvidence, type MethodEvidence, type PostEvidence, type TelephoneEvidence } from './method-evidence.js';
import { isSecureAddress } from './secure-domains.js';

const facts: MethodFacts = { at: instant('2026-11-21T12:00:00Z'), confidential: true };
const codes = (evidence: MethodEvidence, change: Partial<MethodFacts> = {}): readonly string[] =>
  checkMethod(evidence.method, evidence, { ...facts, ...change }).map((found) => `${found.rule} ${found.code}`);

describe('a telephone disclosure', () => {
  const call: TelephoneEvidence = {
    method: 'TELEPHONE',
    callerName: 'Joan Pell',
    callerOrg: 'Wexcombe Primary School',
    identifiersChecked: ['post', 'school address'],
    knownToPractitioner: false,
    callbackNumber: '01632 960001',
    callbackNumberSource: 'PUBLISHED_SWITCHBOARD',
    calledBackAt: instant('2026-11-21T11:55:00Z'),
    overheardRiskChecked: true,
  };

  it('6.R1 follows a call back through the published switchboard, or personal knowledge', () => {
    expect(codes(call)).toEqual([]);
    expect(codes({ ...call, knownToPractitioner: true, callbackNumber: undefined, callbackNumberSource: undefined, calledBackAt: undefined })).toEqual([]);
  });

  it.each<[string, Partial<TelephoneEvidence>]>([
    ['a number the caller gave', { callbackNumberSource: 'CALLER_SUPPLIED' }],
    ['a number from elsewhere', { callbackNumberSource: 'OTHER' }],
    ['a source not recorded', { callbackNumberSource: undefined }],
    ['no time of the call back', { calledBackAt: undefined }],
  ])('6.R1 is refused on %s', (_case, change) => {
    expect(codes({ ...call, ...change })).toEqual(['6.R1 NOT_CALLED_BACK_THROUGH_SWITCHBOARD']);
  });

  it('6.R1 is refused when the caller was not verified, even one who is known', () => {
    expect(codes({ ...call, identifiersChecked: [] })).toEqual(['6.R1 CALLER_NOT_VERIFIED']);
    expect(codes({ ...call, callerName: ' ', knownToPractitioner: true })).toEqual(['6.R1 CALLER_NOT_VERIFIED']);
  });

  it('6.R2 is refused without a return number', () => {
    expect(codes({ ...call, callbackNumber: undefined })).toEqual(['6.R2 NO_RETURN_NUMBER']);
    expect(codes({ ...call, callbackNumber: '' })).toEqual(['6.R2 NO_RETURN_NUMBER']);
  });

  it('6.R9 leaves no confidential voicemail without permission', () => {
    expect(codes({ ...call, voicemail: { holdsConfidential: true, permissionForVoicemail: false } })).toEqual(['6.R9 CONFIDENTIAL_VOICEMAIL']);
    expect(codes({ ...call, voicemail: { holdsConfidential: true, permissionForVoicemail: true } })).toEqual([]);
    expect(codes({ ...call, voicemail: { holdsConfidential: false, permissionForVoicemail: false } })).toEqual([]);
  });

  it('6 minds who can overhear', () => {
    expect(codes({ ...call, overheardRiskChecked: false })).toEqual(['6 MAY_BE_OVERHEARD']);
    expect(codes({ ...call, overheardRiskChecked: false }, { confidential: false })).toEqual([]);
  });
});

describe('a letter', () => {
  const post: PostEvidence = {
    method: 'POST',
    addresseeName: 'Dr Amir Lowe',
    address: 'Wexcombe Surgery, 2 Mill Lane, Wexcombe',
    service: 'SIGNED_FOR',
    innerMarkedAddresseeOnly: true,
    doubleEnvelope: false,
  };

  it.each<[string, Partial<PostEvidence>, readonly string[]]>([
    ['complete', {}, []],
    ['without a name', { addresseeName: '' }, ['6.R3 ADDRESS_INCOMPLETE']],
    ['without an address', { address: ' ' }, ['6.R3 ADDRESS_INCOMPLETE']],
    ['by ordinary post', { service: 'ORDINARY' }, ['6.R3 SERVICE_NOT_SECURE']],
    ['by courier', { method: 'COURIER', service: 'COURIER' }, []],
    ['unmarked inside', { innerMarkedAddresseeOnly: false }, ['6.R3 INNER_ENVELOPE_UNMARKED']],
    ['without a word on the outer envelope', { doubleEnvelope: undefined }, ['6.R3 DOUBLE_ENVELOPE_UNDECIDED']],
  ])('6.R3 %s', (_case, change, expected) => {
    expect(codes({ ...post, ...change })).toEqual(expected);
  });

  it('6.R3 that is not confidential may go by ordinary post', () => {
    expect(codes({ ...post, service: 'ORDINARY', innerMarkedAddresseeOnly: false }, { confidential: false })).toEqual([]);
  });
});

describe('papers carried by hand', () => {
  const carried: InPersonEvidence = {
    method: 'IN_PERSON',
    items: 'Chronology, 4 pages',
    why: 'Strategy meeting',
    carriedBy: 'Asha Verma',
    authorisedBy: 'Tom Reed, team manager',
    container: 'SEALED',
    outAt: instant('2026-11-21T09:00:00Z'),
  };
  it.each<[string, Partial<InPersonEvidence>, readonly string[]]>([
    ['out and not yet back', {}, []],
    ['back', { returnedAt: instant('2026-11-21T17:00:00Z') }, []],
    ['what', { items: '' }, ['6.R4 OFF_SITE_WHAT']],
    ['why', { why: '' }, ['6.R4 OFF_SITE_WHY']],
    ['by whom', { carriedBy: '' }, ['6.R4 OFF_SITE_WHO']],
    ['authorised by', { authorisedBy: '' }, ['6.R4 OFF_SITE_AUTHORITY']],
    ['when', { outAt: undefined }, ['6.R4 OFF_SITE_WHEN']],
    ['back before out', { returnedAt: instant('2026-11-21T08:00:00Z') }, ['6.R4 RETURNED_BEFORE_LEAVING']],
  ])('6.R4 are logged: %s', (_case, change, expected) => {
    expect(codes({ ...carried, ...change })).toEqual(expected);
  });
});

describe('an email', () => {
  const email: EmailEvidence = { method: 'EMAIL', to: ['a.lowe@nhs.net'], cc: [], bcc: [], encryptionApplied: false };

  it.each([
    ['a@nhs.net', true],
    ['a@trust.nhs.net', true],
    ['A@NHS.NET', true],
    ['a@evilnhs.net', false],
    ['a@nhs.net.example.com', false],
    ['a@nhs.uk', false],
    ['a@x.pnn.police.uk', true],
    ['a@police.uk', false],
    ['nhs.net', false],
    ['a@b@nhs.net', false],
    ['a@example.com,b@nhs.net', false],
    ['a@.nhs.net', false],
    ['', false],
  ])('6.R5 to "%s" is secure: %s', (address, secure) => {
    expect(isSecureAddress(address, facts.at)).toBe(secure);
  });

  it('6.R5 to any domain glued before a listed one is not secure', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9]{1,12}$/), (glued) => {
        expect(isSecureAddress(`a@${glued}nhs.net`, facts.at)).toBe(false);
        expect(isSecureAddress(`a@${glued}.nhs.net`, facts.at)).toBe(true);
      }),
    );
  });

  it('6.R5 is judged by the list of the day on which it was sent', () => {
    expect(isSecureAddress('a@wexcombe.gcsx.gov.uk', instant('2018-06-01T12:00:00Z'))).toBe(true);
    expect(isSecureAddress('a@wexcombe.gcsx.gov.uk', facts.at)).toBe(false);
    const local = [{ domain: 'wexcombe.example', effectiveFrom: localDate('2026-11-22'), effectiveTo: null, source: 'local' }];
    expect(isSecureAddress('a@wexcombe.example', facts.at, local)).toBe(false);
    expect(isSecureAddress('a@wexcombe.example', instant('2026-11-22T12:00:00Z'), local)).toBe(true);
    expect(codes({ ...email, to: ['a@wexcombe.example'] }, { at: instant('2026-11-22T12:00:00Z'), secureDomains: local })).toEqual([]);
  });

  it('6.R5 to an insecure recipient is encrypted or refused', () => {
    expect(codes(email)).toEqual([]);
    expect(codes({ ...email, to: ['a@example.com'] })).toEqual(['6.R5 RECIPIENT_NOT_SECURE']);
    expect(codes({ ...email, to: ['a@example.com'], encryptionApplied: true })).toEqual([]);
    expect(codes({ ...email, to: [] })).toEqual(['6.R5 NO_RECIPIENT']);
  });

  it.each(['to', 'cc', 'bcc'] as const)('6.R6 fails as a whole for one insecure recipient in %s', (field) => {
    expect(codes({ ...email, to: ['a@nhs.net', 'b@nhs.net'], [field]: ['a@nhs.net', 'c@example.com'] })).toEqual(['6.R6 RECIPIENT_NOT_SECURE']);
  });
});

describe('every way of sharing', () => {
  it('6.R7 excludes removable media, whatever else is said', () => {
    expect(codes({ method: 'REMOVABLE_MEDIA' }, { igAdviceId: 'advice-1', confidential: false })).toEqual(['6.R7 REMOVABLE_MEDIA_FORBIDDEN']);
    const disguised = checkMethod('REMOVABLE_MEDIA', { method: 'HUB_PORTAL' }, facts).map((found) => found.code);
    expect(disguised).toEqual(['EVIDENCE_OF_ANOTHER_METHOD', 'REMOVABLE_MEDIA_FORBIDDEN']);
    expect(checkMethod('HUB_PORTAL', { method: 'REMOVABLE_MEDIA' }, facts).map((found) => found.code)).toContain('REMOVABLE_MEDIA_FORBIDDEN');
  });

  it.each<[Partial<MethodFacts>, boolean]>([
    [{ recordCount: 50 }, true],
    [{ recordCount: 51 }, false],
    [{ recordCount: 51, igAdviceId: 'advice-1' }, true],
    [{ recordCount: 3, bulkThreshold: 2 }, false],
    [{ systemToSystem: true }, false],
    [{ systemToSystem: true, igAdviceId: ' ' }, false],
    [{ systemToSystem: true, igAdviceId: 'advice-1' }, true],
  ])('6.R8 in bulk needs advice: %j passes %s', (change, passes) => {
    expect(codes({ method: 'HUB_PORTAL' }, change)).toEqual(passes ? [] : ['6.R8 BULK_WITHOUT_ADVICE']);
  });

  it('6 records who was there, and which service carried it', () => {
    expect(codes({ method: 'MEETING', present: ['Asha Verma'], settingSecure: true })).toEqual([]);
    expect(codes({ method: 'MEETING', present: [], settingSecure: false })).toEqual(['6 NOBODY_PRESENT', '6 SETTING_NOT_SECURE']);
    expect(codes({ method: 'SECURE_TRANSFER', service: '' })).toEqual(['6 TRANSFER_SERVICE_UNNAMED']);
    expect(codes({ method: 'SECURE_TRANSFER', service: 'County file exchange' })).toEqual([]);
  });
});
