/** The whole portal as files: pages, documents, stylesheet and script. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readServices } from '@regards/reference';
import type { ServiceDocuments } from '@regards/reference';
import { flowsPage } from './flows.ts';
import { guideOf } from './markdown.ts';
import { homePage } from './home.ts';
import { messagesPage } from './messages-page.ts';
import { framed } from './page.ts';
import type { NavigationGroup, Page } from './page.ts';
import { restPage } from './rest-page.ts';

/** Services of the inner zone: the gateway leads to none of them. */
const inner: ReadonlySet<string> = new Set(['rs-config', 'rs-registry', 'rs-gateway']);

const root = path.resolve(import.meta.dirname, '../..');
const assets = path.resolve(import.meta.dirname, '../assets');
const docs = path.join(root, 'docs');

/** Guides in the order in which they are read; decisions follow by number. */
const guides = ['first-steps', 'architecture', 'contracts', 'clients', 'mocks', 'fuzzing', 'compatibility'] as const;

/** Every file of the portal by name. @throws Error naming what a contract or a guide lacks */
export function siteFiles(): Map<string, string> {
  const services = readServices();
  const rest = services.flatMap((service) => restPage(service, !inner.has(service.name)) ?? []);
  const messages = services.flatMap((service) => messagesPage(service) ?? []);
  const flows = flowsPage(services);
  const prose = guidePages();
  const navigation: NavigationGroup[] = [
    { title: 'Guides', pages: prose.filter(({ file }) => !file.startsWith('decision-')) },
    { title: 'REST', pages: rest },
    { title: 'Messages', pages: [flows, ...messages] },
    { title: 'Decisions', pages: prose.filter(({ file }) => file.startsWith('decision-')) },
  ].filter(({ pages }) => pages.length > 0);
  const pages = [homePage(services, rest, messages), flows, ...prose, ...rest, ...messages];
  return new Map([
    ...pages.map((page): [string, string] => [page.file, framed(page, navigation).text]),
    ...services.flatMap(documentsOf),
    ...textsIn(assets, ''),
    ...textsIn(docs, '.svg'),
  ]);
}

function guidePages(): Page[] {
  const found = readdirSync(docs).filter((file) => file.endsWith('.md'));
  const ordered = [
    ...guides.map((name) => `${name}.md`).filter((file) => found.includes(file)),
    ...found.filter((file) => !guides.some((name) => file === `${name}.md`)).toSorted(),
  ];
  const decisions = readdirSync(path.join(docs, 'decisions'))
    .filter((file) => file.endsWith('.md'))
    .toSorted();
  const files = new Map([
    ...ordered.map((file): [string, string] => [file, `guide-${file.replace(/\.md$/, '.html')}`]),
    ...decisions.flatMap((file): [string, string][] => {
      const page = `decision-${file.replace(/\.md$/, '.html')}`;
      return [
        [`decisions/${file}`, page],
        [file, page],
      ];
    }),
  ]);
  return [...ordered, ...decisions.map((file) => `decisions/${file}`)].map((file): Page => {
    const { title, body } = guideOf(readFileSync(path.join(docs, file), 'utf8'), files);
    return { file: files.get(file) ?? '', title, description: title, body };
  });
}

const textsIn = (folder: string, ending: string): [string, string][] =>
  readdirSync(folder)
    .filter((file) => file.endsWith(ending))
    .map((file) => [file, readFileSync(path.join(folder, file), 'utf8')]);

const documentsOf = ({ name, rest, messages }: ServiceDocuments): [string, string][] => [
  ...(rest ? [[`${name}.openapi.json`, JSON.stringify(rest)] as [string, string]] : []),
  ...(messages ? [[`${name}.asyncapi.json`, JSON.stringify(messages)] as [string, string]] : []),
];
