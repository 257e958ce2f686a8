export * from './answering-pages.js';
export * from './ask-pages.js';
export * from './request-page.js';
