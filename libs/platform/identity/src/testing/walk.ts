import type { CookieJar } from './cookie-jar.js';

export interface Page {
  readonly url: URL;
  readonly status: number;
  readonly body: string;
}

const MOST_STEPS = 15;

export interface WalkOptions {
  readonly jar: CookieJar;
  /** Stops before an address that this accepts, and answers it as the page. */
  readonly stopAt?: (url: URL) => boolean;
}

/** Follows redirects as a browser does, cookies included, to the first page. */
export async function walk(options: WalkOptions, start: URL, form?: URLSearchParams): Promise<Page> {
  let url = start;
  let body = form;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    if (options.stopAt?.(url) === true) return { url, status: 0, body: '' };
    const answer = await fetch(url, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { cookie: options.jar.header(url), accept: 'text/html', ...(body && { origin: url.origin }) },
      ...(body && { body }),
      redirect: 'manual',
    });
    options.jar.take(url, answer);
    const location = answer.headers.get('location');
    if (location === null) return { url, status: answer.status, body: await answer.text() };
    await answer.body?.cancel();
    url = new URL(location, url);
    body = undefined;
  }
  throw new Error('Signing in went round in a circle');
}

/** The address that the sign-in form of a page posts to, or undefined when it shows none. */
export function formAction(page: Page): URL | undefined {
  const form = /<form\b[^>]*\bid="kc-form-login"[^>]*>/.exec(page.body)?.[0];
  const action = form === undefined ? undefined : /\baction="([^"]*)"/.exec(form)?.[1];
  return action === undefined ? undefined : new URL(action.replaceAll('&amp;', '&'), page.url);
}
