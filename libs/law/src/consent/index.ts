export * from './check-consent.js';
export * from './consent-codes.js';
export * from './consent-form.js';
export * from './consent-reach.js';
export * from './informed-items.js';
export * from './reasons-not-sought.js';
export * from './review.js';
export * from './who-may-give.js';
