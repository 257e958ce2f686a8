import { type CodeOf } from '../codes/code-list.js';
import { parsed, unreadable, type Parsed } from '../problem/parsed.js';

/** Government markings the hub holds (5.5); OFFICIAL-SENSITIVE is a marking inside OFFICIAL, not a tier. */
export const SECURITY_MARKINGS = {
  OFFICIAL: { label: 'OFFICIAL' },
  OFFICIAL_SENSITIVE: { label: 'OFFICIAL-SENSITIVE' },
} as const;
export type SecurityMarkingCode = CodeOf<typeof SECURITY_MARKINGS>;

export const DEFAULT_SECURITY_MARKING: SecurityMarkingCode = 'OFFICIAL_SENSITIVE';

/** Reads a marking; SECRET and above do not belong in a hub, whoever asks. */
export const parseSecurityMarking = (raw: string): Parsed<SecurityMarkingCode> => {
  const text = raw.trim().toUpperCase().replace(/[\s_-]+/g, '_');
  switch (text) {
    case 'OFFICIAL':
    case 'OFFICIAL_SENSITIVE':
      return parsed(text);
    case 'SECRET':
    case 'TOP_SECRET':
      return unreadable('SECRET and TOP SECRET material is not held here; hand it over by the route for that tier, and enter only what is OFFICIAL.');
    default:
      return unreadable('The marking should be OFFICIAL or OFFICIAL-SENSITIVE.');
  }
};
