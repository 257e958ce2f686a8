export * from './check-method.js';
export * from './method-evidence.js';
export * from './methods.js';
export { isSecureAddress, SECURE_DOMAINS, type SecureDomain } from './secure-domains.js';
