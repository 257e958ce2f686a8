import { accessViews } from '@mash/access';
import { directoryViews } from '@mash/directory';
import { enquiryViews } from '@mash/enquiry';
import type { AnyView } from '@mash/kernel';

/** Every view of every context: what the projector keeps and the auditor replays. */
export const allViews: readonly AnyView[] = [
  ...directoryViews, ...enquiryViews, ...accessViews,
];
