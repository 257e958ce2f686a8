import { describe, expect, it } from '@jest/globals';
import { signInPage } from './pages.js';

describe('the sign-in page', () => {
  it('has the names and ids of Keycloak’s form', () => {
    const html = signInPage('/here', '', false);
    for (const part of ['id="kc-form-login"', 'name="username"', 'name="password"', 'id="kc-login"']) {
      expect(html).toContain(part);
    }
    expect(html).not.toContain('<span id="input-error"');
  });

  it('has a language, a title and a label for each field', () => {
    const html = signInPage('/here', '', false);
    expect(html).toContain('<html lang="en-GB">');
    expect(html).toContain('<title>Sign in – ');
    expect(html).toContain('<label for="username">');
    expect(html).toContain('<label for="password">');
  });

  it('says an error in the title and ties it to the fields', () => {
    const html = signInPage('/here', 'amara', true);
    expect(html).toContain('<title>Error: Sign in – ');
    expect(html).toContain('id="input-error" role="alert"');
    expect(html.match(/aria-describedby="input-error"/g)).toHaveLength(2);
  });

  it('shows what was typed without running it', () => {
    const html = signInPage('/here?a=1&b="', '"><script>', true);
    expect(html).not.toContain('<script>');
    expect(html).toContain('action="/here?a=1&amp;b=&quot;"');
  });
});
