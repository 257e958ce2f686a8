import type { Reason } from '@mash/kernel';
import { reason } from '@mash/kernel';
import { isBlank, parseLocalDate, parseNhsNumber } from '@mash/law';

/** An NHS number in canonical form, null when none was given, or the reason why it cannot be one (13.1). */
export function readNhsNumber(raw: string | null, allowTestRange: boolean): { value: string | null; reasons: Reason[] } {
  if (isBlank(raw)) return { value: null, reasons: [] };
  const read = parseNhsNumber(raw ?? '', { allowTestRange });
  return read.ok ? { value: read.value, reasons: [] }
    : { value: null, reasons: [reason('13.1', 'NHS_NUMBER_UNREADABLE', read.problem, 'Correct it, or leave it empty when it is not known.')] };
}

/** A day in canonical form, null when none was given, or the reason why there is no such day. */
export function readDay(raw: string | null): { value: string | null; reasons: Reason[] } {
  if (isBlank(raw)) return { value: null, reasons: [] };
  const read = parseLocalDate(raw ?? '');
  return read.ok ? { value: read.value, reasons: [] }
    : { value: null, reasons: [reason('13.8', 'DAY_UNREADABLE', read.problem, 'Correct it, or leave it empty when it is not known.')] };
}

/** Words without the white space around them; null when there are none. */
export const words = (raw: string | null): string | null => (isBlank(raw) ? null : (raw ?? '').trim());
