/** Why somebody is not signed in. Closed: nothing the token library says reaches a client. */
export type NotSignedInReason =
  | 'MISSING'
  | 'MALFORMED'
  | 'EXPIRED'
  | 'FOREIGN'
  | 'WRONG_AUDIENCE'
  | 'UNAVAILABLE';

/** The one refusal of a token or a session. */
export class NotSignedIn extends Error {
  override readonly name = 'NotSignedIn';
  readonly code: NotSignedInReason;

  constructor(code: NotSignedInReason) {
    super(`Not signed in: ${code}`);
    this.code = code;
  }
}
