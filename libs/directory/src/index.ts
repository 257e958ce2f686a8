import { DirectoryCommandsResolver } from './api/directory-commands.resolver.js';
import { DirectoryResolver } from './api/directory.resolver.js';
import { DelegateSignatoryHandler } from './use-cases/delegate-signatory/delegate-signatory.js';
import { EndAbsenceHandler } from './use-cases/end-absence/end-absence.js';
import { EndCapacityHandler } from './use-cases/end-capacity/end-capacity.js';
import { GrantCapacityHandler } from './use-cases/grant-capacity/grant-capacity.js';
import { LeavePostHandler } from './use-cases/leave-post/leave-post.js';
import { MakeArrangementHandler } from './use-cases/make-arrangement/make-arrangement.js';
import { OpenUnitHandler } from './use-cases/open-unit/open-unit.js';
import { RecordAbsenceHandler } from './use-cases/record-absence/record-absence.js';
import { RegisterOrganisationHandler } from './use-cases/register-organisation/register-organisation.js';
import { RegisterPractitionerHandler } from './use-cases/register-practitioner/register-practitioner.js';
import { TakePostHandler } from './use-cases/take-post/take-post.js';
import { arrangementView } from './views/arrangement-view.js';
import { organisationView } from './views/organisation-view.js';
import { practitionerView } from './views/practitioner-view.js';

export { DelegateSignatory } from './use-cases/delegate-signatory/delegate-signatory.js';
export { EndAbsence } from './use-cases/end-absence/end-absence.js';
export { EndCapacity } from './use-cases/end-capacity/end-capacity.js';
export { GrantCapacity } from './use-cases/grant-capacity/grant-capacity.js';
export { LeavePost } from './use-cases/leave-post/leave-post.js';
export { MakeArrangement } from './use-cases/make-arrangement/make-arrangement.js';
export { OpenUnit } from './use-cases/open-unit/open-unit.js';
export { RecordAbsence } from './use-cases/record-absence/record-absence.js';
export { RegisterOrganisation } from './use-cases/register-organisation/register-organisation.js';
export { RegisterPractitioner } from './use-cases/register-practitioner/register-practitioner.js';
export { TakePost } from './use-cases/take-post/take-post.js';
export type { ArrangementBody } from './views/arrangement-view.js';
export type { OrganisationBody } from './views/organisation-view.js';
export { accountLookup, actorFrom } from './views/practitioner-view.js';
export type { PostBody, PractitionerBody } from './views/practitioner-view.js';

export const directoryHandlers = [
  RegisterOrganisationHandler, OpenUnitHandler, GrantCapacityHandler, EndCapacityHandler, RegisterPractitionerHandler, TakePostHandler,
  LeavePostHandler, RecordAbsenceHandler, EndAbsenceHandler, MakeArrangementHandler, DelegateSignatoryHandler,
];
export const directoryResolvers = [DirectoryResolver, DirectoryCommandsResolver];
export const directoryViews = [organisationView, practitionerView, arrangementView];
