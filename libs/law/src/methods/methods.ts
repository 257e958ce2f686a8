import { type CodeOf } from '../codes/code-list.js';

/** Ways in which information travels (section 6). Removable media is known only so that it can be refused by name. */
export const SHARING_METHODS = {
  TELEPHONE: { label: 'Telephone' },
  POST: { label: 'Post' },
  IN_PERSON: { label: 'In person' },
  EMAIL: { label: 'Email' },
  SECURE_TRANSFER: { label: 'Secure file transfer' },
  HUB_PORTAL: { label: 'Through the hub' },
  MEETING: { label: 'In a meeting' },
  COURIER: { label: 'Courier' },
  REMOVABLE_MEDIA: { label: 'Memory stick or disc (forbidden)' },
} as const;
export type SharingMethodCode = CodeOf<typeof SHARING_METHODS>;

export const CALLBACK_SOURCES = {
  PUBLISHED_SWITCHBOARD: { label: 'The organisation’s published switchboard number' },
  CALLER_SUPPLIED: { label: 'A number the caller gave' },
  OTHER: { label: 'Another source' },
} as const;
export type CallbackSourceCode = CodeOf<typeof CALLBACK_SOURCES>;

export const POSTAL_SERVICES = {
  SIGNED_FOR: { label: 'Signed for', forConfidential: true },
  REGISTERED: { label: 'Registered', forConfidential: true },
  COURIER: { label: 'Courier', forConfidential: true },
  ORDINARY: { label: 'Ordinary post', forConfidential: false },
} as const;
export type PostalServiceCode = CodeOf<typeof POSTAL_SERVICES>;

export const CARRIED_CONTAINERS = {
  SEALED: { label: 'Sealed envelope or file' },
  ENCRYPTED_DEVICE: { label: 'Encrypted device' },
} as const;
export type CarriedContainerCode = CodeOf<typeof CARRIED_CONTAINERS>;
