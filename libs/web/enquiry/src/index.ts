export * from './enquiries-page.js';
export * from './enquiry-page.js';
export * from './open-enquiry-page.js';
export * from './small-pages.js';
