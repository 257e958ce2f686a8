export { asOwnPage, signInByForm } from './sign-in-by-form.js';
export type { SignInByForm } from './sign-in-by-form.js';
export { tokensByForm } from './tokens-by-form.js';
export type { IssuedTokens, TokensByForm } from './tokens-by-form.js';
export { CookieJar } from './cookie-jar.js';
export { formAction, walk } from './walk.js';
