/** rs-authentication is held to what every service relies on. */
import { test } from '@jest/globals';
import { verifyKeys } from '../src/keys.ts';

test('rs-authentication keeps what every service relies on', () => verifyKeys(import.meta.dirname), 60_000);
