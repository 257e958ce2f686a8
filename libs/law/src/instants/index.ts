export * from './describe-instant.js';
export * from './england-bank-holidays.js';
export * from './instant.js';
export { addDays, addMonths, ageOn, ENGLAND, inForceOn, localDate, localDateOf, parseLocalDate, startOfDay, type LocalDate } from './local-date.js';
export * from './working-days.js';
export * from './working-hours.js';
