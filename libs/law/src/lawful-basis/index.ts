export * from './article-6.js';
export * from './article-9.js';
export * from './check-lawful-basis.js';
export * from './confidentiality.js';
export * from './criminal-and-part-3.js';
export * from './describe-basis.js';
export * from './gateways.js';
export * from './lawful-basis-set.js';
