export * from './ask-pages.js';
