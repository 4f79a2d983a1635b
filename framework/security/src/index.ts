export * from './keys.ts';
export * from './password-desk.ts';
export * from './passwords.ts';
export * from './tokens.ts';
export * from './verifier.ts';
