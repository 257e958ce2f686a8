export * from './absence-page.js';
export * from './directory-page.js';
