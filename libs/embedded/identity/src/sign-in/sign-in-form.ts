import express from 'express';
import type { Provider } from 'oidc-provider';
import type { GuessThrottle } from './guess-throttle.js';
import { messagePage, signInPage } from './pages.js';
import type { SampleUsers } from './sample-users.js';

export interface SignInForm {
  readonly provider: Provider;
  readonly users: SampleUsers;
  readonly throttle: GuessThrottle;
  readonly log: (line: string) => void;
}

const LONGEST_FIELD = 200;

function field(body: unknown, name: 'username' | 'password'): string {
  if (typeof body !== 'object' || body === null || !(name in body)) return '';
  const value: unknown = Object.entries(body).find(([key]) => key === name)?.[1];
  return typeof value === 'string' ? value.slice(0, LONGEST_FIELD) : '';
}

function guarded(form: SignInForm, handle: (request: express.Request, response: express.Response) => Promise<void>) {
  return async (request: express.Request, response: express.Response): Promise<void> => {
    try {
      await handle(request, response);
    } catch {
      form.log('A sign-in page was asked for without a sign-in under way');
      response.status(400).send(messagePage('Your sign-in has run out', 'Go back to the hub and start again.'));
    }
  };
}

/**
 * The page where people type their name and password.
 * A locked name gets the same words as a wrong password: the form tells nobody which names exist.
 */
export function signInForm(form: SignInForm): express.Router {
  const { provider, users, throttle } = form;
  const router = express.Router();
  const path = '/login-actions/authenticate';

  router.get(path, guarded(form, async (request, response) => {
    await provider.interactionDetails(request, response);
    response.send(signInPage(request.originalUrl, '', false));
  }));

  router.post(path, express.urlencoded({ extended: false, limit: '4kb' }), guarded(form, async (request, response) => {
    await provider.interactionDetails(request, response);
    const username = field(request.body, 'username').trim();
    const name = username.toLowerCase();
    const user = throttle.blocked(name) ? undefined : await users.signIn(username, field(request.body, 'password'));
    if (user === undefined) {
      throttle.failed(name);
      form.log('A sign-in was refused');
      response.send(signInPage(request.originalUrl, username, true));
      return;
    }
    throttle.succeeded(name);
    await provider.interactionFinished(request, response, { login: { accountId: user.id, acr: '1', remember: false } });
  }));

  return router;
}
