import { type Instant } from '../instants/instant.js';
import { localDateOf, type LocalDate } from '../instants/local-date.js';

/** Days on which enacted but uncommenced duties begin; null until a commencement instrument is loaded (12.R1). */
export type Commencement = {
  readonly s16LAInForceFrom: LocalDate | null;
  readonly s16LCInForceFrom: LocalDate | null;
};

export const NOTHING_COMMENCED: Commencement = { s16LAInForceFrom: null, s16LCInForceFrom: null };

/** Whether a duty with that commencement day binds at that moment. */
export const hasCommenced = (from: LocalDate | null, at: Instant): boolean => from !== null && from <= localDateOf(at);
