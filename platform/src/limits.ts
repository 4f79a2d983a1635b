/** Every time, size and memory figure of the platform, each with its reason. */

export const limits = {
  /** A reader of the progress lines sees a change at once; reading one small file costs nothing. */
  watchMs: 150,
  /** How often a program is asked whether it is ready while it starts. */
  probeMs: 150,
  /** A program that does not answer within this is not ready yet. */
  probeTimeoutMs: 2_000,
  /** RabbitMQ needs 5 s on a quiet machine and has been seen to need 25 s on a busy one. */
  startWithinMs: 180_000,
  /**
   * Compiling one service takes 2 s. Node may hang for ever while a process ends, its main thread waiting for a
   * compiling thread that waits for the main thread (nodejs/node#54918); what it had compiled by then is kept or not,
   * and costs time alone.
   */
  compileMs: 20_000,
  /** Services drain 10 s (regards.drain.ms); then there is a little time to end. */
  serviceStopMs: 13_000,
  /** The broker closes its queues in about 6 s, the database writes its checkpoint in less. */
  serverStopMs: 30_000,
  /** A program that crashed is started again after this … */
  firstPauseMs: 500,
  /** … doubled for each crash in a row, up to this. */
  longestPauseMs: 30_000,
  /** A program that ran this long has recovered: the next crash counts as the first. */
  recoveredAfterMs: 60_000,
  /** Crashes in a row while the platform starts, before `make up` tells of it and gives up. */
  crashesWhileStarting: 3,
  /** A log this large is moved aside, so that a platform left alone for weeks does not fill the disk. */
  logBytes: 10 * 1024 * 1024,
  /** Older pieces of a log that are kept. */
  logPieces: 2,
  /** How often the sizes of logs are looked at. */
  logCheckMs: 10_000,
  /** Lines of a log that are shown when something went wrong. */
  logLines: 20,
  /** A call of ours to the platform; creating a project migrates the schemas of every service. */
  callMs: 30_000,
  /** How long the demo waits for a fresh project to be usable, or for the first product to be found. */
  usableWithinMs: 60_000,
} as const;

/**
 * Memory of one service. A young generation of 1 MiB instead of 16 keeps a process with little to do small, at a few
 * percent of its speed; --optimize-for-size trades the same way; one worker thread of V8 instead of four fits machines
 * with two cores. The old generation is a limit, not a reservation: 10,000 features in one call have to fit.
 */
const serviceFlags = [
  '--max-semi-space-size=1',
  '--max-old-space-size=384',
  '--optimize-for-size',
  '--v8-pool-size=1',
] as const;

/**
 * Services that every product goes through: batches of thousands of features outgrow a young generation of 1 MiB, which
 * then makes up two fifths of their CPU time, and code for size takes 1.8 times that of code for speed. The young
 * generation grows with what there is to do, so that an idle process is no larger for it.
 */
const busyServiceFlags = [
  '--max-semi-space-size=16',
  '--max-old-space-size=384',
  // A heap that may be three times what lives in it is marked a fourth as often: a fifth of the CPU time, for 50 MiB.
  '--heap-growing-percent=200',
  '--v8-pool-size=1',
] as const;

const busyServices: ReadonlySet<string> = new Set(['rs-fem', 'rs-catalog']);

/**
 * The gateway keeps nothing of a request that is over: half of that young generation is as fast, and 16 MiB less. What
 * is under way when it is cleared grows old all the same; a heap that may be three times what lives in it takes a fifth
 * of the CPU time away from marking, for 22 to 50 MiB.
 */
const gatewayFlags = [
  '--max-semi-space-size=8',
  '--max-old-space-size=384',
  '--heap-growing-percent=200',
  '--v8-pool-size=1',
] as const;

export const flagsOf = (service: string): readonly string[] => {
  if (service === 'rs-gateway') return gatewayFlags;
  return busyServices.has(service) ? busyServiceFlags : serviceFlags;
};

/** The compact layout holds every service in one heap, which also takes the load of all. */
export const compactFlags = [
  '--max-semi-space-size=4',
  '--max-old-space-size=512',
  '--optimize-for-size',
  '--v8-pool-size=1',
] as const;

/** The supervisor only watches. */
export const supervisorFlags = [
  '--max-semi-space-size=1',
  '--max-old-space-size=64',
  '--optimize-for-size',
  '--v8-pool-size=1',
] as const;

/** Two arenas of glibc instead of eight a core, and two threads for files and DNS: nobody here needs more at a time. */
export const serviceEnvironment = { MALLOC_ARENA_MAX: '2', UV_THREADPOOL_SIZE: '2' } as const;

/**
 * Node reads sockets in pieces of 64 KiB. Freed ones leave holes that glibc keeps, up to 130 MiB of them after bodies
 * of 1 MB over 512 connections; mapped one by one they go back at once.
 */
const gatewayEnvironment = { ...serviceEnvironment, MALLOC_MMAP_THRESHOLD_: '65536' } as const;

export const environmentOf = (service: string): Readonly<Record<string, string>> =>
  service === 'rs-gateway' ? gatewayEnvironment : serviceEnvironment;

/**
 * What PostgreSQL is told: caches that hold the indexes of some hundred thousand products, no parallel workers, no
 * compiling of queries; enough for a laptop.
 */
export const databaseSettings = {
  shared_buffers: '128MB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  effective_cache_size: '512MB',
  max_connections: '120',
  max_worker_processes: '2',
  max_parallel_workers: '0',
  max_parallel_workers_per_gather: '0',
  autovacuum_max_workers: '1',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_logical_replication_workers: '0',
  // Disk alone: with 256 MB a load has a checkpoint every few seconds, and each writes all pages it touches anew.
  max_wal_size: '1GB',
  jit: 'off',
  // a third of the time that pglz takes
  default_toast_compression: 'lz4',
  // pages on local disks cost nearly the same in any order
  random_page_cost: '1.1',
  // rows that an index found are read ahead, which disks do many of at a time
  effective_io_concurrency: '32',
} as const;

/** Tests need no durability: their database is thrown away. */
export const testDatabaseSettings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '200',
} as const;

/**
 * The broker writes down which quorum queues it has up to a second after their declaration; killed before, it starts
 * them anew, empty and without their arguments (rabbitmq/rabbitmq-server#10007). So it is reminded; in one word, since
 * the server's script splits its switches at blanks.
 */
const keepsDirectory =
  'spawn(fun()->Keep=fun(Again)->timer:sleep(20),catch(dets:sync(ra_directory_reverse)),Again(Again)end,Keep(Keep)end).';

/**
 * Erlang's switches: one scheduler, no busy waiting (which would burn a core of two), smaller first blocks of the
 * allocators, smaller tables of processes and ports.
 */
export const brokerSwitches = [
  '+S 1:1',
  '+SDcpu 1:1',
  '+SDio 1',
  '+A 1',
  '+sbwt none',
  '+sbwtdcpu none',
  '+sbwtdio none',
  '+MHlmbcs 128',
  '+MBlmbcs 128',
  '+P 65536',
  '+Q 16384',
  `-eval ${keepsDirectory}`,
] as const;

/** Quorum queues keep their log in memory until it is this large (512 MiB unless said); at 768 MiB publishers wait. */
export const brokerSettings = {
  'raft.wal_max_size_bytes': String(32 * 1024 * 1024),
  'vm_memory_high_watermark.absolute': '768MB',
  'disk_free_limit.absolute': '200MB',
  // Nobody looks at rates by message, and counting them costs the broker a tenth of its time.
  'management.rates_mode': 'none',
} as const;
