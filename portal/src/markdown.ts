/** Guides: Markdown of docs/ as pages of the portal. */
import { Marked } from 'marked';
import { anchorOf, Html } from './html.ts';

export interface Guide {
  /** The first heading. */
  readonly title: string;
  readonly body: Html;
}

/** @param pages the portal's page for each Markdown file by its path below docs/, for links among guides */
export function guideOf(markdown: string, pages: ReadonlyMap<string, string>): Guide {
  let title = '';
  const anchors = new Set<string>();
  const freeAnchor = (text: string): string => {
    let anchor = anchorOf(text);
    for (let turn = 2; anchors.has(anchor); turn += 1) anchor = `${anchorOf(text)}-${turn}`;
    anchors.add(anchor);
    return anchor;
  };
  const marked = new Marked({
    walkTokens(token) {
      // a text drawn in characters is code of no language
      if (token.type === 'code') token['lang'] = undefined;
    },
    renderer: {
      heading({ tokens, depth, text }) {
        const inner = this.parser.parseInline(tokens);
        if (depth === 1 && title === '') title = text;
        return `<h${depth} id="${freeAnchor(text)}">${inner}</h${depth}>\n`;
      },
      link({ href, tokens }) {
        const inner = this.parser.parseInline(tokens);
        const place = target(href, pages);
        return place === undefined ? inner : `<a href="${anchorSafe(place)}">${inner}</a>`;
      },
      table(token) {
        const cell = (name: string, one: { tokens: (typeof token.header)[number]['tokens'] }): string =>
          `<${name}>${this.parser.parseInline(one.tokens)}</${name}>`;
        const head = token.header.map((one) => cell('th', one)).join('');
        const rows = token.rows.map((row) => `<tr>${row.map((one) => cell('td', one)).join('')}</tr>`).join('\n');
        return `<div class="wide" tabindex="0" role="region" aria-label="Table"><table><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table></div>\n`;
      },
      code({ text }) {
        const { text: safe } = new Html(text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'));
        return `<pre tabindex="0"><code>${safe}</code></pre>\n`;
      },
    },
  });
  const body = marked.parse(markdown, { async: false });
  return { title, body: new Html(body) };
}

/** A link among the guides stays in the portal, one to the web leads there; other files of the sources are not here. */
function target(href: string, pages: ReadonlyMap<string, string>): string | undefined {
  if (/^(?:https?:|mailto:|#)/.test(href)) return href;
  const [path = '', fragment] = href.split('#');
  const page = pages.get(path.replace(/^(?:\.\/|\.\.\/)?(?:docs\/)?/, ''));
  return page === undefined ? undefined : `${page}${fragment === undefined ? '' : `#${fragment}`}`;
}

const anchorSafe = (address: string): string => address.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
