import type { schema } from '@mash/web-data-access';
import { command } from '@mash/web-data-access';

export const RECORD_ABSENCE = command<schema.RecordAbsenceInput>('recordAbsence', 'RecordAbsenceInput');
export const END_ABSENCE = command<schema.EndAbsenceInput>('endAbsence', 'EndAbsenceInput');
