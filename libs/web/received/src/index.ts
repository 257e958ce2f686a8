export * from './disclosure-page.js';
export * from './list-page.js';
export * from './outside-page.js';
export * from './pass-on-page.js';
export * from './receive-page.js';
export * from './share-onward-page.js';
