export * from './basis-fields.js';
export * from './done.js';
export * from './identification.js';
export * from './lawful-basis.js';
export * from './pickers.js';
export * from './unit-of.js';
export * from './records/enquiry.operations.js';
export * from './records/lists.js';
