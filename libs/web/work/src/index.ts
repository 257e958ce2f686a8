export * from './work-page.js';
