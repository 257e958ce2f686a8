import type { schema } from '@mash/web-data-access';
import { command } from '@mash/web-data-access';

export const SEND_CONCERN = command<schema.SendConcernInput>('sendConcern', 'SendConcernInput');
