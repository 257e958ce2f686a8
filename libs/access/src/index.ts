import { MandateResolver } from './api/mandate.resolver.js';
import { GiveMandateHandler } from './use-cases/give-mandate/give-mandate.js';
import { mandateView } from './views/mandate-view.js';

export { GiveMandate } from './use-cases/give-mandate/give-mandate.js';
export { AuditRecorder } from './use-cases/record-audit/audit-recorder.js';
export type { Audit } from './use-cases/record-audit/audit-recorder.js';
export { ReadRecorder } from './use-cases/record-reads/read-recorder.js';
export type { Reading } from './use-cases/record-reads/read-recorder.js';
export type { MandateBody } from './views/mandate-view.js';

export const accessHandlers = [GiveMandateHandler];
export const accessResolvers = [MandateResolver];
export const accessViews = [mandateView];
