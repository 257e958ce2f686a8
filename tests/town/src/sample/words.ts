import type { Words } from './live-enquiry.js';

const likely = { ground: 'CA1989_S47', groundReasons: 'There is reasonable cause to suspect significant harm.' } as const;

export const missedSchool: Words = {
  fact: 'She has missed eleven of the last fifteen school days, and nobody answered the door on Tuesday.', opinion: 'She has become very thin since the summer.',
  reasons: 'Two children may be neglected.', summary: 'Absence from school, and nobody answers.', urgency: 'ROUTINE', ...likely,
};

export const hungry: Words = {
  fact: 'He was found taking food from other children\'s bags on three days this week.', opinion: 'He seems to eat only at school.',
  reasons: 'Two children may be going hungry.', summary: 'A hungry child at the academy.', urgency: 'ROUTINE', ...likely,
};

export const coldHouse: Words = {
  fact: 'She told her teacher that there has been no heating or light at home since Friday.', opinion: 'The younger child is often left alone with her.',
  reasons: 'Two children may be neglected in an unheated home.', summary: 'No heating or light at home, and young children left alone.', urgency: 'URGENT', ...likely,
};

export const newBruises: Words = {
  fact: 'He had bruises on both upper arms on Monday and would not change for sport.', opinion: 'He watches the clock when it is nearly time to go home.',
  reasons: 'Bruises that look like grip marks.', summary: 'Bruises on both arms, and a child who does not want to go home.', urgency: 'URGENT', ...likely,
};

export const bridgeNight: Words = {
  fact: 'She and her brother were found by a passer-by on the harbour bridge at eleven at night.', opinion: 'They were running away from somebody.',
  reasons: 'Two children out alone at night and frightened.', summary: 'Two children found alone at night.', urgency: 'IMMEDIATE', ...likely,
};

export const lateHome: Words = {
  fact: 'Nobody fetched the children on Thursday until seven in the evening.', opinion: 'The man who came had been drinking.',
  reasons: 'Two children may not be safe with the adult who fetches them.', summary: 'Children fetched late by an adult who had been drinking.', urgency: 'URGENT', ...likely,
};

export const quietBoy: Words = {
  fact: 'He has not spoken in class since the half-term holiday.', opinion: 'Something has happened that he is afraid to tell.',
  reasons: 'A sudden change in a child and a younger sister at home.', summary: 'A child who has stopped speaking.', urgency: 'ROUTINE', ...likely,
};
