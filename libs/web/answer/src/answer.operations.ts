import type { schema } from '@mash/web-data-access';
import { command } from '@mash/web-data-access';

export const DECIDE_SHARING = command<schema.DecideSharingInput>('decideSharing', 'DecideSharingInput');
export const DISCUSS_REFUSAL = command<schema.RecordRefusalDiscussionInput>('recordRefusalDiscussion', 'RecordRefusalDiscussionInput');
export const MAKE_DISCLOSURE = command<schema.MakeDisclosureInput>('makeDisclosure', 'MakeDisclosureInput');
