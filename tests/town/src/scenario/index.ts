export * from './concern.js';
export * from './enquiry.js';
export * from './family.js';
export * from './story.js';
