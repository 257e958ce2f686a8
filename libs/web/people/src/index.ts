export * from './address-page.js';
export * from './person-page.js';
export * from './register-page.js';
export * from './relate-page.js';
export * from './search-page.js';
