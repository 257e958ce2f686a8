interface Cookie {
  readonly host: string;
  readonly path: string;
  readonly name: string;
  readonly value: string;
}

function attribute(parts: readonly string[], name: string): string | undefined {
  const found = parts.find((part) => part.toLowerCase().startsWith(`${name}=`));
  return found?.slice(name.length + 1);
}

/** Cookies as a browser keeps them, as far as signing in needs: by host without port, and by path. */
export class CookieJar {
  readonly #cookies = new Map<string, Cookie>();

  /** Takes the cookies of an answer. */
  take(url: URL, answer: Response): void {
    for (const line of answer.headers.getSetCookie()) {
      const [pair = '', ...rest] = line.split(';').map((part) => part.trim());
      const at = pair.indexOf('=');
      const name = pair.slice(0, at);
      const path = attribute(rest, 'path') ?? '/';
      const key = `${url.hostname} ${path} ${name}`;
      const expires = attribute(rest, 'expires');
      const gone = attribute(rest, 'max-age') === '0' || (expires !== undefined && Date.parse(expires) <= Date.now());
      if (gone) this.#cookies.delete(key);
      else this.#cookies.set(key, { host: url.hostname, path, name, value: pair.slice(at + 1) });
    }
  }

  /** The Cookie header for an address. */
  header(url: URL): string {
    return [...this.#cookies.values()]
      .filter(({ host, path }) => host === url.hostname && url.pathname.startsWith(path))
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ');
  }

  /** Forgets the cookies whose names match, as clearing them in the browser would. */
  without(pattern: RegExp): this {
    for (const [key, { name }] of this.#cookies) if (pattern.test(name)) this.#cookies.delete(key);
    return this;
  }

  /** The cookies whose names match, as one Cookie header. */
  named(pattern: RegExp): string {
    return [...this.#cookies.values()]
      .filter(({ name }) => pattern.test(name))
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ');
  }
}
