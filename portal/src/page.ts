/** The frame of every page: landmarks, navigation, one stylesheet, one script. */
import { html } from './html.ts';
import type { Html } from './html.ts';

export interface Page {
  /** Name of its file, such as rs-fem.html. */
  readonly file: string;
  readonly title: string;
  /** For search engines and previews. */
  readonly description: string;
  readonly body: Html;
  /** Places of the page, for the navigation beside it. */
  readonly places?: readonly Place[];
  /** Whether its operations can be called. */
  readonly hasOperations?: boolean;
}

export interface Place {
  readonly title: string;
  readonly anchor: string;
  readonly badge?: string;
  /** Said before the first place of a group. */
  readonly group?: string;
}

export interface NavigationGroup {
  readonly title: string;
  readonly pages: readonly { readonly file: string; readonly title: string }[];
}

export const framed = (page: Page, navigation: readonly NavigationGroup[]): Html =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${page.title} · REGARDS</title>
        <meta name="description" content="${page.description}" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href="icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="portal.css" />
        <script src="portal.js" type="module"></script>
      </head>
      <body>
        <a class="skip" href="#content">To the content</a>
        <header class="top">
          <a class="brand" href="index.html"
            ><svg aria-hidden="true" width="24" height="24" viewBox="0 0 24 24">
              <circle cx="12" cy="12" r="5" />
              <ellipse cx="12" cy="12" rx="11" ry="4.2" transform="rotate(-24 12 12)" /></svg
            >REGARDS</a
          >
          ${page.hasOperations ? signInButton : undefined}
        </header>
        <div class="frame">
          <nav class="site" aria-label="Documentation">
            <details open>
              <summary>Contents</summary>
              ${navigation.map(
                ({ title, pages }) =>
                  html`<h2>${title}</h2>
                    <ul>
                      ${pages.map(
                        (one) =>
                          html`<li>
                            <a href="${one.file}" ${one.file === page.file ? html` aria-current="page"` : undefined}
                              >${one.title}</a
                            >
                          </li>`,
                      )}
                    </ul>`,
              )}
            </details>
          </nav>
          <main id="content" tabindex="-1">${page.body}</main>
          ${page.places && page.places.length > 0 ? placesOf(page.places) : undefined}
        </div>
        <footer>Drawn from the contracts this platform runs by.</footer>
      </body>
    </html> `;

const signInButton = html`<button type="button" id="sign-in-button" class="quiet" hidden>Sign in</button>`;

const placesOf = (places: readonly Place[]): Html =>
  html`<nav class="places" aria-label="On this page">
    <h2>On this page</h2>
    <ul>
      ${places.map(
        ({ title, anchor, badge, group }) =>
          html`${group === undefined ? undefined : html`<li class="group">${group}</li>`}
            <li>
              <a href="#${anchor}"
                >${badge === undefined ? undefined : html`<span class="method ${badge}">${badge}</span> `}${title}</a
              >
            </li>`,
      )}
    </ul>
  </nav>`;
