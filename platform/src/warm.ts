/** Loads all services without running any: Node then keeps what it compiled (NODE_COMPILE_CACHE) for the real start. */
await Promise.all(
  [
    'rs-config',
    'rs-registry',
    'rs-admin-instance',
    'rs-authentication',
    'rs-admin',
    'rs-dam',
    'rs-fem',
    'rs-catalog',
    'rs-gateway',
  ].map((name) => import(name)),
);
process.exit(0);
