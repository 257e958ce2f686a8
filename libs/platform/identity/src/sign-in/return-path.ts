const LONGEST = 1_024;
// Backslashes and control characters are read as slashes or dropped by browsers.
const PLAIN_PATH = /^\/(?![/\\])[^\\\u0000-\u0020\u007f]*$/;

/**
 * The page to come back to after sign-in, or undefined unless it is a path of this hub.
 * An address elsewhere would make our sign-in page lend its trust to anybody's link.
 */
export function localPath(asked: unknown, publicUrl: string): string | undefined {
  if (asked === undefined) return '/';
  if (typeof asked !== 'string' || asked.length > LONGEST || !PLAIN_PATH.test(asked)) return undefined;
  const address = new URL(asked, publicUrl);
  if (address.origin !== new URL(publicUrl).origin || address.pathname.startsWith('/auth/')) return undefined;
  return `${address.pathname}${address.search}${address.hash}`;
}
