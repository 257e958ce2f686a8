/** The coarse roles of the realm; what a person may do in an agency comes from the directory, not from here. */
export const REALM_ROLES = [
  'practitioner',
  'partner-signatory',
  'information-governance',
  'auditor',
  'administrator',
] as const;

export type RealmRole = (typeof REALM_ROLES)[number];

/** Who a checked token speaks for. */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
  /** The issuer's session; absent for a machine's token. */
  readonly sessionId: string | null;
  readonly acr: string | null;
  readonly realmRoles: readonly RealmRole[];
  readonly agencyClaim: string | null;
  readonly displayName: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}
