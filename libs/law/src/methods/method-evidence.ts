import { type Instant } from '../instants/instant.js';
import { type CallbackSourceCode, type CarriedContainerCode, type PostalServiceCode } from './methods.js';

export type TelephoneEvidence = {
  readonly method: 'TELEPHONE';
  readonly callerName: string;
  readonly callerOrg: string;
  readonly identifiersChecked: readonly string[];
  readonly knownToPractitioner: boolean;
  readonly callbackNumber?: string;
  readonly callbackNumberSource?: CallbackSourceCode;
  readonly calledBackAt?: Instant;
  readonly overheardRiskChecked: boolean;
  readonly voicemail?: { readonly holdsConfidential: boolean; readonly permissionForVoicemail: boolean };
};

export type PostEvidence = {
  readonly method: 'POST' | 'COURIER';
  readonly addresseeName: string;
  readonly address: string;
  readonly service: PostalServiceCode;
  readonly innerMarkedAddresseeOnly: boolean;
  readonly doubleEnvelope?: boolean;
  readonly trackingRef?: string;
};

export type InPersonEvidence = {
  readonly method: 'IN_PERSON';
  readonly items: string;
  readonly why: string;
  readonly carriedBy: string;
  readonly authorisedBy: string;
  readonly container: CarriedContainerCode;
  readonly outAt?: Instant;
  readonly handedOverAt?: Instant;
  readonly returnedAt?: Instant;
};

export type EmailEvidence = {
  readonly method: 'EMAIL';
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly encryptionApplied: boolean;
};

export type SecureTransferEvidence = { readonly method: 'SECURE_TRANSFER'; readonly service: string; readonly linkExpiresAt?: Instant };
export type MeetingEvidence = { readonly method: 'MEETING'; readonly present: readonly string[]; readonly settingSecure: boolean };
export type HubPortalEvidence = { readonly method: 'HUB_PORTAL' };
export type RemovableMediaEvidence = { readonly method: 'REMOVABLE_MEDIA' };

/** What was done to make a way of sharing safe; each way asks for its own. */
export type MethodEvidence =
  | TelephoneEvidence
  | PostEvidence
  | InPersonEvidence
  | EmailEvidence
  | SecureTransferEvidence
  | MeetingEvidence
  | HubPortalEvidence
  | RemovableMediaEvidence;
