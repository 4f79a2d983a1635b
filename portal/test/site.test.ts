/** The portal's pages: complete, linked without a gap, accessible, and free of what could run. */
import { expect, test } from '@jest/globals';
import { messagesOf, operationsOf, readServices } from '@regards/reference';
import { html } from '../src/html.ts';
import { flowsOf, siteFiles } from '../src/index.ts';
import { guideOf } from '../src/markdown.ts';

const files = siteFiles();
const services = readServices();
const pages = [...files].filter(([name]) => name.endsWith('.html'));
const all = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, found = '']) => found);

test('every operation and every message has its place', () => {
  for (const service of services) {
    for (const { id, path, role } of operationsOf(service)) {
      const page = files.get(`${service.name}.html`) ?? '';
      const section = page.slice(page.indexOf(`id="${id}"`));
      expect(section).toContain(html`<code>${path}</code>`.text);
      expect(section).toContain(role === 'NONE' ? 'no token is asked for' : `<dd>${role}</dd>`);
    }
    for (const { id, action, exchange } of messagesOf(service)) {
      const page = files.get(`${service.name}-messages.html`) ?? '';
      const section = page.slice(page.indexOf(`id="${action}-${id}"`));
      expect(section).toContain(`<code>${exchange.name}</code>`);
    }
  }
});

test('every link leads to a page, and to a place that is there', () => {
  const broken = pages.flatMap(([name, text]) =>
    all(text, /(?:href|src)="([^"]*)"/g)
      .filter((href) => !/^https?:|^mailto:/.test(href))
      .filter((href) => {
        const [file = '', place] = href.split('#');
        const target = files.get(file === '' ? name : file);
        return target === undefined || (place !== undefined && !target.includes(`id="${place}"`));
      })
      .map((href) => `${name}: ${href}`),
  );
  expect(broken).toEqual([]);
});

test.each(pages)('%s has its landmarks, one heading of the first rank, and no identifier twice', (_name, text) => {
  for (const landmark of [
    '<html lang="en">',
    '<main id="content"',
    '<nav ',
    '<header ',
    '<footer>',
    'class="skip" href="#content"',
  ])
    expect(text).toContain(landmark);
  expect(all(text, /(<h1)/g)).toHaveLength(1);
  const ids = all(text, /\sid="([^"]+)"/g);
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
});

test.each(pages)(
  '%s holds no style or script of its own, which the policy of the gateway would stop',
  (_name, text) => {
    expect(text).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?! src="portal\.js")|src="https?:/);
  },
);

test('a page is small: under 70 kilobytes as it travels', async () => {
  const { gzipSync } = await import('node:zlib');
  for (const [, text] of pages) expect(gzipSync(text).length).toBeLessThan(70_000);
});

test('what a contract says is text, never markup', () => {
  expect(html`<p>${'<img src=x onerror=alert(1)>'}</p>`.text).toBe('<p>&lt;img src=x onerror=alert(1)&gt;</p>');
});

test('links among guides stay in the portal', () => {
  const { title, body } = guideOf(
    '# A *guide*\n\n[on](contracts.md#add-an-operation)',
    new Map([['contracts.md', 'guide-contracts.html']]),
  );
  expect(title).toBe('A *guide*');
  expect(body.text).toContain('href="guide-contracts.html#add-an-operation"');
});

test('a flow leads from whoever tells to whoever hears', () => {
  const flows = new Map(flowsOf(services).map((flow) => [flow.message, flow]));
  expect(flows.get('FeaturesChangedEvent')).toMatchObject({ from: ['rs-fem'], to: ['rs-catalog'] });
  expect(flows.get('FeatureCreationRequestEvent')).toMatchObject({ from: [], to: ['rs-fem'] });
});
