const STYLE = `
  body { margin: 0; font: 19px/1.4 Arial, sans-serif; color: #0b0c0c; background: #fff; }
  header { background: #1d70b8; color: #fff; padding: 15px 0; }
  header p { margin: 0; font-weight: bold; }
  header p, main { max-width: 600px; margin-left: auto; margin-right: auto; padding-left: 15px; padding-right: 15px; }
  h1 { font-size: 36px; line-height: 1.2; margin: 40px 0 20px; }
  label { display: block; margin-bottom: 5px; }
  .field { margin-bottom: 30px; }
  input:not([type=hidden]) { box-sizing: border-box; width: 100%; max-width: 20em; height: 40px; padding: 5px; border: 2px solid #0b0c0c; font: inherit; }
  input:focus { outline: 3px solid #fd0; outline-offset: 0; box-shadow: inset 0 0 0 2px; }
  button { font: inherit; color: #fff; background: #0f7a52; border: 0; border-radius: 0; box-shadow: 0 2px 0 #083d29; padding: 8px 12px; cursor: pointer; }
  button:focus { outline: 3px solid #fd0; outline-offset: 0; box-shadow: 0 2px 0 #0b0c0c; background: #fd0; color: #0b0c0c; }
  .error { border-left: 5px solid #ca3535; padding-left: 15px; }
  #input-error { display: block; color: #ca3535; font-weight: bold; margin: 0 0 15px; }
`;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

function page(title: string, content: string): string {
  return `<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)} – Multi-agency safeguarding hub</title>
<style>${STYLE}</style>
</head>
<body>
<header><p>Multi-agency safeguarding hub</p></header>
<main>
<h1>${escaped(title)}</h1>
${content}
</main>
</body>
</html>
`;
}

/** A page with nothing but a heading and a sentence. */
export function messagePage(title: string, message: string): string {
  return page(title, `<p>${escaped(message)}</p>`);
}

/** Asks whether to sign out; the form holds the provider's own token against forgery. */
export function signOutPage(form: string): string {
  return page(
    'Do you want to sign out?',
    `${form}<button id="kc-logout" type="submit" form="op.logoutForm" name="logout" value="yes">Sign out</button>`,
  );
}

const WRONG = `<span id="input-error" role="alert">Invalid username or password.</span>`;

/** The sign-in form, with the names and ids of Keycloak's, so that one browser test signs in to both. */
export function signInPage(action: string, username: string, wrong: boolean): string {
  const described = wrong ? ' aria-invalid="true" aria-describedby="input-error"' : '';
  return page(
    wrong ? 'Error: Sign in' : 'Sign in',
    `<form id="kc-form-login" action="${escaped(action)}" method="post"${wrong ? ' class="error"' : ''}>
${wrong ? WRONG : ''}
<div class="field"><label for="username">Username</label>
<input id="username" name="username" type="text" autocomplete="username" autocapitalize="none" spellcheck="false" required value="${escaped(username)}"${described}></div>
<div class="field"><label for="password">Password</label>
<input id="password" name="password" type="password" autocomplete="current-password" required${described}></div>
<button id="kc-login" name="login" type="submit">Sign in</button>
</form>`,
  );
}
