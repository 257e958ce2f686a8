export { DATABASES, databaseName, PRODUCTION_DATABASES, ROLES } from './names.js';
export type { Database, Role, RolePasswords, ServiceRole } from './names.js';
export { dropDatabases, provision } from './provision.js';
export type { ProvisionOptions } from './provision.js';
export { passwordVariable, rolesScript } from './roles-script.js';
export { testAdminUrl, throwAwayDatabases } from './throw-away.js';
export type { ThrowAwayDatabases } from './throw-away.js';
export { roleUrl } from './urls.js';
