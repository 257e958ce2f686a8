import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';

/** Why an answer did not come, in words for the page. */
export interface Failure {
  readonly code: string;
  readonly message: string;
  readonly reference: string | null;
}

const notSignedIn = new EventTarget();
const name = 'not-signed-in';

/** Calls back whenever the hub says that nobody is signed in. */
export function whenNotSignedIn(heard: () => void): () => void {
  notSignedIn.addEventListener(name, heard);
  return () => notSignedIn.removeEventListener(name, heard);
}

const unreachable: Failure = { code: 'UNREACHABLE', message: 'The hub cannot be reached just now. What you typed is still here. Try again in a moment.', reference: null };

/** What went wrong, once and in words. */
export function failureFrom(error: unknown): Failure {
  const failure = describe(error);
  if (failure.code === 'NOT_SIGNED_IN') notSignedIn.dispatchEvent(new Event(name));
  return failure;
}

function describe(error: unknown): Failure {
  if (CombinedGraphQLErrors.is(error)) {
    const [first] = error.errors;
    const { code, reference } = first?.extensions ?? {};
    return { code: typeof code === 'string' ? code : 'INTERNAL', message: first?.message ?? error.message, reference: typeof reference === 'string' ? reference : null };
  }
  if (ServerError.is(error) && error.statusCode === 401) return { code: 'NOT_SIGNED_IN', message: 'Sign in to go on.', reference: null };
  return unreachable;
}
