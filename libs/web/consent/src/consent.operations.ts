import type { TypedDocumentNode } from '@apollo/client';
import { gql } from '@apollo/client';
import { command, schema } from '@mash/web-data-access';

export const CONSENT: TypedDocumentNode<{ readonly consent: schema.Consent }, { readonly id: string }> = gql`
  query Consent($id: Uuid!, $atLeast: String) { consent(id: $id, atLeast: $atLeast) { ${schema.everythingOf.Consent} } }
`;

export const RECORD_CONSENT = command<schema.RecordConsentInput>('recordConsent', 'RecordConsentInput');
export const RECORD_REFUSAL = command<schema.RecordConsentRefusalInput>('recordConsentRefusal', 'RecordConsentRefusalInput');
export const RECORD_NOT_SOUGHT = command<schema.RecordConsentNotSoughtInput>('recordConsentNotSought', 'RecordConsentNotSoughtInput');
export const WITHDRAW_CONSENT = command<schema.WithdrawConsentInput>('withdrawConsent', 'WithdrawConsentInput');
