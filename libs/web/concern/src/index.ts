export * from './concern-page.js';
