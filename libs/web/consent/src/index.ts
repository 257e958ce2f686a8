export * from './consent-page.js';
export * from './record-consent-page.js';
