export * from './code-list.js';
export * from './enquiry-codes.js';
export * from './organisation-codes.js';
export * from './record-codes.js';
