export * from './decision-spec.js';
export * from './view-spec.js';
