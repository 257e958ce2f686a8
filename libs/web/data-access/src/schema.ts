// Written by apps/web/schema-types.mjs from the schema of the hub.

export interface AddPersonInput {
  readonly capacity: string;
  readonly enquiryId: string;
  readonly from: string;
  readonly idempotencyKey: string;
  readonly personId: string;
}

export interface AssignWorkerInput {
  readonly enquiryId: string;
  readonly idempotencyKey: string;
  readonly note?: string | null;
  readonly worker: string;
}

export interface GiveMandateInput {
  readonly auditor: string;
  readonly from: string;
  readonly idempotencyKey: string;
  readonly purpose: string;
  readonly until: string;
}

export interface InformPersonInput {
  readonly at: string;
  readonly enquiryId: string;
  readonly idempotencyKey: string;
  readonly personId: string;
  readonly told: string;
}

export interface OpenEnquiryInput {
  readonly area: string;
  readonly arrangementId: string;
  readonly concern?: string | null;
  readonly ground: string;
  readonly groundReasons: string;
  readonly idempotencyKey: string;
  readonly immediateDanger: boolean;
  readonly receivedAt: string;
  readonly summary: string;
  readonly unit: string;
  readonly urgency: string;
}

export interface RecordGroundsInput {
  readonly enquiryId: string;
  readonly ground: string;
  readonly idempotencyKey: string;
  readonly reasons: string;
}

export interface Accepted {
  readonly id: string;
  readonly irregular: readonly string[];
  readonly revision: string;
  readonly seen: string;
}

export interface Birth {
  readonly kind: string;
  readonly on: string | null;
}

export interface Change {
  readonly key: string | null;
  readonly view: string;
}

export interface Enquiry {
  readonly accountable: string;
  readonly area: string;
  readonly arrangementId: string;
  readonly concern: string | null;
  readonly grounds: readonly EnquiryGroundRecorded[];
  readonly id: string;
  readonly immediateDanger: boolean;
  readonly informed: readonly PersonInformedRecord[];
  readonly lead: Party;
  readonly openedAt: string;
  readonly people: readonly PersonInEnquiry[];
  readonly receivedAt: string;
  readonly summary: string | null;
  readonly urgency: string;
  readonly worker: string | null;
}

export interface EnquiryGroundRecorded {
  readonly ground: string;
  readonly reasons: string | null;
  readonly recordedAt: string;
}

export interface EnquiryPage {
  readonly items: readonly Enquiry[];
  readonly next: string | null;
  readonly total: number;
}

export interface Identification {
  readonly address: string | null;
  readonly alsoKnownAs: (readonly string[]) | null;
  readonly birth: Birth | null;
  readonly familyName: string | null;
  readonly givenName: string | null;
  readonly nhsNumber: string | null;
  readonly sex: string | null;
}

export interface Mandate {
  readonly agency: string;
  readonly auditor: string;
  readonly endedAt: string | null;
  readonly from: string;
  readonly givenBy: string;
  readonly id: string;
  readonly purpose: string | null;
  readonly until: string;
}

export interface MandatePage {
  readonly items: readonly Mandate[];
  readonly next: string | null;
  readonly total: number;
}

export interface Me {
  readonly agency: string;
  readonly name: string | null;
  readonly permissions: readonly string[];
  readonly practitionerId: string;
  readonly roles: readonly string[];
  readonly units: readonly string[];
}

export interface Party {
  readonly organisation: string;
  readonly unit: string | null;
}

export interface PersonInEnquiry {
  readonly capacity: string;
  readonly from: string;
  readonly identification: Identification | null;
  readonly personId: string;
}

export interface PersonInformedRecord {
  readonly at: string;
  readonly personId: string;
  readonly told: string | null;
}

export interface Reason {
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
  readonly rule: string;
}

export interface Rejected {
  readonly reasons: readonly Reason[];
}

export type CommandResult = Accepted | Rejected;

/** Everything of a type, as a query asks for it. */
export const everythingOf = {
  Accepted: 'id irregular revision seen',
  Birth: 'kind on',
  Change: 'key view',
  Enquiry: 'accountable area arrangementId concern grounds { ground reasons recordedAt } id immediateDanger informed { at personId told } lead { organisation unit } openedAt people { capacity from identification { address alsoKnownAs birth { kind on } familyName givenName nhsNumber sex } personId } receivedAt summary urgency worker',
  EnquiryGroundRecorded: 'ground reasons recordedAt',
  EnquiryPage: 'items { accountable area arrangementId concern grounds { ground reasons recordedAt } id immediateDanger informed { at personId told } lead { organisation unit } openedAt people { capacity from identification { address alsoKnownAs birth { kind on } familyName givenName nhsNumber sex } personId } receivedAt summary urgency worker } next total',
  Identification: 'address alsoKnownAs birth { kind on } familyName givenName nhsNumber sex',
  Mandate: 'agency auditor endedAt from givenBy id purpose until',
  MandatePage: 'items { agency auditor endedAt from givenBy id purpose until } next total',
  Me: 'agency name permissions practitionerId roles units',
  Party: 'organisation unit',
  PersonInEnquiry: 'capacity from identification { address alsoKnownAs birth { kind on } familyName givenName nhsNumber sex } personId',
  PersonInformedRecord: 'at personId told',
  Reason: 'code message remedy rule',
  Rejected: 'reasons { code message remedy rule }',
} as const;
