/** rs-authentication is held to what the gateway relies on. */
import { test } from '@jest/globals';
import { verifyKeys } from '../src/keys.ts';

test('rs-authentication keeps what the gateway relies on', () => verifyKeys(import.meta.dirname), 60_000);
