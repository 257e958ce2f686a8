import { databaseName } from './names.js';
import type { Database, Role } from './names.js';

/** The URL at which a role reaches a database on the server that `adminUrl` names. */
export function roleUrl(adminUrl: string, login: { role: Role; password: string; database: Database; suffix?: string }): string {
  const url = new URL(adminUrl);
  url.username = login.role;
  url.password = encodeURIComponent(login.password);
  url.pathname = `/${databaseName(login.database, login.suffix)}`;
  return url.href;
}

/** The administrator's URL, but for another database of the same server. */
export function adminUrlFor(adminUrl: string, name: string): string {
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return url.href;
}
