/** Texts that become commands where somebody forgets to treat them as text. */

const sql = [
  "' or '1'='1",
  "' or 1=1 --",
  "'; drop table t_feature; --",
  '1; select pg_sleep(20)',
  "' union select null, version() --",
  "'||pg_read_file('/etc/passwd')||'",
  "\\'; select 1; --",
  "$$; copy (select 1) to program 'id'; $$",
  "1' and 1=cast(version() as int) --",
  "') or ('a'='a",
  "' or pg_sleep(20) is null --",
  'admin"--',
  '" or ""="',
  "x'::jsonb",
  "{'$ne': null}",
  '{"$gt": ""}',
  '%27%20or%201%3D1',
  "'; listen a; notify a; --",
  'a\u0027 or 1=1',
  'ʼ or 1=1',
];
const code = [
  '${7*7}',
  '#{7*7}',
  '{{7*7}}',
  '<%= 7*7 %>',
  '${T(java.lang.Runtime).getRuntime().exec("id")}',
  '${jndi:ldap://127.0.0.1:1/a}',
  '`id`',
  '$(id)',
  '; id',
  '| id',
  '&& id',
  '__proto__',
  'constructor.prototype.polluted',
  'process.exit(1)',
  'require("child_process").exec("id")',
];
const paths = [
  '../../../../etc/passwd',
  '..\\..\\..\\windows\\win.ini',
  '/etc/passwd',
  'file:///etc/passwd',
  '....//....//etc/passwd',
  '%2e%2e%2f%2e%2e%2fetc%2fpasswd',
  '\u0000/etc/passwd',
  'http://169.254.169.254/latest/meta-data/',
  'http://127.0.0.1:1/',
  'gopher://127.0.0.1:25/',
];
const markup = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  '<!ENTITY x SYSTEM "file:///etc/passwd">',
  ']]>',
  '<?xml version="1.0"?>',
];
const sheets = ['=1+1', "=cmd|' /C calc'!A0", '@SUM(1+1)', '+1', '-1', '\t=1'];
const shapes = [
  '',
  ' ',
  '*',
  '%',
  '_',
  '\\',
  '\u0000',
  '\uFEFF',
  '\u202Eabc',
  '\uD800',
  'é'.repeat(2_000),
  'a'.repeat(20_000),
  '('.repeat(2_000),
  '['.repeat(2_000),
  '(a+)+$',
  '^(([a-z])+.)+[A-Z]([a-z])+$',
  'NaN',
  'Infinity',
  '-0',
  '1e400',
  '999999999999999999999999',
  'null',
  'undefined',
  'true',
  '[]',
  '{}',
];

/** Each stands for a way of its own; ends of encodings and quotes make variants of them. */
const plain = [...sql, ...code, ...paths, ...markup, ...sheets, ...shapes];

export const payloads: readonly string[] = [
  ...plain,
  ...sql.flatMap((text) => [`a${text}`, `${text}\u0000`, text.toUpperCase()]),
  ...code.flatMap((text) => [`a${text}b`, `"${text}"`]),
  ...paths.map((text) => encodeURIComponent(text)),
].slice(0, 200);

/** What an answer holds only when a payload was carried out. */
export const evidence = [
  /root:x:0/,
  /uid=\d+\(/,
  /PostgreSQL \d+\.\d+/,
  /syntax error at or near/,
  /unterminated quoted string/,
  /\bat [\w.<>]+ \((?:file:|\/|node:)/,
  /node_modules/,
];
