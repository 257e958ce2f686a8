/** `${NAME:default}`, as Keycloak reads it when it imports a realm file. */
const PLACEHOLDER = /\$\{([A-Za-z_][A-Za-z0-9_]*)(?::([^}]*))?\}/g;

/**
 * Fills the placeholders of a realm file the way Keycloak's own import does.
 * A name with neither a value nor a default stays as written, so that Keycloak's
 * message keys (`${username}`) pass through untouched.
 */
export function fillPlaceholders(text: string, environment: Readonly<Record<string, string | undefined>>): string {
  return text.replace(PLACEHOLDER, (whole: string, name: string, fallback: string | undefined) => {
    const value = environment[name] ?? fallback;
    return value === undefined ? whole : JSON.stringify(value).slice(1, -1);
  });
}
