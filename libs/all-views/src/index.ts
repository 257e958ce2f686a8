import { accessViews } from '@mash/access';
import { consentViews } from '@mash/consent';
import { decisionViews } from '@mash/decision';
import { directoryViews } from '@mash/directory';
import { disclosureViews } from '@mash/disclosure';
import { enquiryViews } from '@mash/enquiry';
import type { AnyView } from '@mash/kernel';
import { personViews } from '@mash/person';
import { requestViews } from '@mash/request';

/** Every view of every context: what the projector keeps and the auditor replays. */
export const allViews: readonly AnyView[] = [
  ...directoryViews, ...personViews, ...enquiryViews, ...requestViews, ...consentViews, ...decisionViews, ...disclosureViews, ...accessViews,
];
