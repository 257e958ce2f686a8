export * from './concern.js';
export * from './enquiry.js';
export * from './story.js';
