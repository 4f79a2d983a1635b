/** Jest's global tear-down: ends the broker and the database that the set-up started. */

export default async function stopServers(): Promise<void> {
  await globalThis.regardsTestServers?.stop();
}
