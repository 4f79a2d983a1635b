/** nginx twice, one worker each: the service behind all gateways, and the floor beside which they are measured. */
import { randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { benchFolder, freePort, installed, startProgram } from '../programs.ts';
import type { Program } from '../programs.ts';

export interface Nginx extends Program {
  readonly port: number;
}

/** 1,024 bytes of JSON. */
function smallBody(): string {
  const body = (description: string) =>
    JSON.stringify({ content: { id: 1, name: 'small', type: 'DATA', description }, links: [] });
  return body('x'.repeat(1024 - body('').length));
}

/** Paths of the service, of an operation that its contract has. */
export const paths = { small: '/models/small', large: '/models/large' } as const;

/** Answers 1 KB of JSON from memory, and 1 MB from a file. */
export async function startService(): Promise<Nginx> {
  const folder = path.join(benchFolder, 'www', 'models');
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'large'), randomBytes(1 << 20));
  return start(
    'service',
    (port) => `
    listen 127.0.0.1:${port} backlog=4096;
    location = ${paths.small} { default_type application/json; return 200 '${smallBody()}'; }
    location / { root ${path.join(benchFolder, 'www')}; }
    location = /ready { return 200; }`,
  );
}

/** What every gateway does but for the token: strips, drops cookies, tells where the request came from, streams. */
export const startFloor = (service: number): Promise<Nginx> =>
  start(
    'floor',
    (port) => `
    listen 127.0.0.1:${port} backlog=4096;
    location = /ready { return 200; }
    location /api/v1/rs-dam/ {
      proxy_pass http://service/;
      proxy_http_version 1.1;
      proxy_max_temp_file_size 0;
      proxy_hide_header Set-Cookie;
      proxy_set_header Cookie "";
      proxy_set_header Connection "";
      proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
      proxy_set_header X-Forwarded-Host $http_host;
      proxy_set_header X-Forwarded-Proto $scheme;
      proxy_set_header X-Forwarded-Prefix /api/v1/rs-dam;
    }`,
    `upstream service { server 127.0.0.1:${service}; keepalive 512; keepalive_requests 1000000000; }`,
  );

async function start(name: string, server: (port: number) => string, upstream = ''): Promise<Nginx> {
  const command = await installed('nginx', 'nginx-light');
  const port = await freePort();
  const file = path.join(benchFolder, `${name}.nginx.conf`);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((kind) => `${kind}_temp_path ${path.join(benchFolder, `${name}.${kind}`)};`)
    .join(' ');
  await writeFile(
    file,
    `daemon off;
${process.getuid?.() === 0 ? 'user root;' : ''}
worker_processes 1;
pid ${path.join(benchFolder, `${name}.pid`)};
error_log stderr warn;
events { worker_connections 4096; }
http {
  access_log off;
  sendfile on;
  tcp_nopush on;
  keepalive_requests 1000000000;
  keepalive_timeout 1h;
  ${temporary}
  ${upstream}
  server {${server(port)}
  }
}
`,
  );
  const ready = `http://127.0.0.1:${port}/ready`;
  const program = await startProgram({ name: `nginx-${name}`, command, args: ['-c', file], ready });
  return { ...program, port };
}
