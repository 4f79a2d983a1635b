export * from './keys.ts';
export * from './password-desk.ts';
export * from './passwords.ts';
export * from './revocation-feed.ts';
export * from './revocations.ts';
export * from './tokens.ts';
export * from './verifier.ts';
