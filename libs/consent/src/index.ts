import { ConsentResolver } from './api/consent.resolver.js';
import { RecordConsentHandler } from './use-cases/record-consent/record-consent.js';
import { RecordConsentNotSoughtHandler } from './use-cases/record-consent-not-sought/record-consent-not-sought.js';
import { RecordConsentRefusalHandler } from './use-cases/record-consent-refusal/record-consent-refusal.js';
import { ReleaseRelianceHandler } from './use-cases/release-reliance/release-reliance.js';
import { WithdrawConsentHandler } from './use-cases/withdraw-consent/withdraw-consent.js';
import { consentView } from './views/consent-view.js';

export { RecordConsent } from './use-cases/record-consent/record-consent.js';
export { RecordConsentNotSought } from './use-cases/record-consent-not-sought/record-consent-not-sought.js';
export { RecordConsentRefusal } from './use-cases/record-consent-refusal/record-consent-refusal.js';
export { ReleaseReliance } from './use-cases/release-reliance/release-reliance.js';
export { WithdrawConsent } from './use-cases/withdraw-consent/withdraw-consent.js';
export type { ConsentBody } from './views/consent-view.js';

export const consentHandlers = [
  RecordConsentHandler, RecordConsentRefusalHandler, RecordConsentNotSoughtHandler, WithdrawConsentHandler, ReleaseRelianceHandler,
];
export const consentResolvers = [ConsentResolver];
export const consentViews = [consentView];
