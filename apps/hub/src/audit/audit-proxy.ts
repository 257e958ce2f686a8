import type { RequestHandler } from 'express';
import type { SignIn } from '@mash/identity';
import type { Log } from '@mash/telemetry';
import { errorName } from '@mash/telemetry';

const patience = 60_000;

/** Passes an auditor's GraphQL on to the notary with their own token: the notary decides, the hub adds nothing. */
export const auditProxy = (notary: string, signIn: SignIn, log: Log): RequestHandler => (request, response) => {
  const pass = async (): Promise<void> => {
    const token = await signIn.tokenOf(request);
    if (token === undefined) {
      response.status(401).json({ errors: [{ message: 'Sign in to go on.', extensions: { code: 'NOT_SIGNED_IN' } }] });
      return;
    }
    const answer = await fetch(notary, {
      method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify(request.body), signal: AbortSignal.timeout(patience),
    });
    response.status(answer.status).type('application/json').send(await answer.text());
  };
  pass().catch((error: unknown) => {
    log('warn', 'audit not passed on', { error: errorName(error) });
    response.status(503).json({ errors: [{ message: 'The audit service cannot be reached just now. Try again.', extensions: { code: 'UNAVAILABLE' } }] });
  });
};
