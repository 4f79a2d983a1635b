/** The STAC API of the contract: reads what is asked, gives what the service found. */
import { Buffer } from 'node:buffer';
import type { Call } from '@regards/core';
import type { RsCatalogServer } from '@regards/generated/rs-catalog/server';
import { searchOfBody, searchOfText } from './domain/search.ts';
import type { SearchService } from './service.ts';
import { shownCollection } from './view/collection.ts';
import { itemWriter } from './view/item.ts';
import { conformsTo, landingPage } from './view/landing.ts';
import { geoJson, json, Links } from './view/links.ts';
import { writtenPage } from './view/page.ts';
import { shownQueryables } from './view/queryables.ts';

type StacOperations = Pick<
  RsCatalogServer,
  | 'getLandingPage'
  | 'getConformance'
  | 'getCollections'
  | 'getCollection'
  | 'getItems'
  | 'getItem'
  | 'searchItemsByQuery'
  | 'searchItems'
  | 'getQueryables'
  | 'getCollectionQueryables'
>;

export const stacOperations = (searches: SearchService): StacOperations => ({
  async getLandingPage(call) {
    return { status: 200, body: landingPage(call, await searches.engine(call)) };
  },

  async getConformance() {
    return { status: 200, body: { conformsTo: [...conformsTo] } };
  },

  async getCollections(call, { limit, page_token: token }) {
    const size = limit ?? 1000;
    const found = await searches.collections(call, positionOf(token), size);
    const links = new Links(call);
    const last = found.at(-1);
    const next = found.length === size && last ? [nextPage(links, size, last.position)] : [];
    return {
      status: 200,
      body: {
        collections: found.map((one) => shownCollection(one, links)),
        links: [links.root(), links.to('self', ['collections'], json), ...next],
        numberReturned: found.length,
      },
    };
  },

  async getCollection(call, { collectionId }) {
    return { status: 200, body: shownCollection(await searches.collection(call, collectionId), new Links(call)) };
  },

  async getItems(call, { collectionId, ...asked }) {
    const search = { ...searchOfText(paged(asked)), collections: [collectionId] };
    const result = await searches.itemsOf(call, collectionId, search);
    const way = { method: 'GET' as const, requestUrl: call.requestUrl };
    return { status: 200, body: writtenPage(search, result, new Links(call), way) };
  },

  async getItem(call, { collectionId, itemId }) {
    const result = await searches.item(call, collectionId, itemId);
    const [text] = result.items.map(itemWriter(result, new Links(call), { collections: [collectionId] }));
    return { status: 200, headers: { 'Content-Type': geoJson }, body: Buffer.from(text ?? '') };
  },

  async searchItemsByQuery(call, asked) {
    const search = searchOfText(paged(asked));
    const way = { method: 'GET' as const, requestUrl: call.requestUrl };
    return { status: 200, body: writtenPage(search, await searches.search(call, search), new Links(call), way) };
  },

  async getQueryables(call) {
    return { status: 200, body: shownQueryables(await searches.queryables(call), new Links(call), ['queryables']) };
  },

  async getCollectionQueryables(call, { collectionId }) {
    const path = ['collections', collectionId, 'queryables'];
    return { status: 200, body: shownQueryables(await searches.queryables(call, collectionId), new Links(call), path) };
  },

  async searchItems(call: Call, { body }) {
    const search = searchOfBody(body);
    const way = { method: 'POST' as const, segments: ['search'], body: { ...body } };
    return { status: 200, body: writtenPage(search, await searches.search(call, search), new Links(call), way) };
  },
});

/**
 * Other STAC servers call the page `token`; with three parts it is an access token, which the gateway has looked at.
 */
function paged<Asked extends { page_token?: string | undefined; token?: string | undefined }>({
  token,
  ...asked
}: Asked) {
  const isAccessToken = token === undefined || token.split('.').length === 3;
  return isAccessToken ? asked : { ...asked, page_token: asked.page_token ?? token };
}

/** Collections are paged by their order of creation; a token of another kind begins anew. */
function positionOf(token: string | undefined): number {
  const position = Number(token ?? 0);
  return Number.isSafeInteger(position) && position > 0 ? position : 0;
}

const nextPage = (links: Links, size: number, position: number) => ({
  rel: 'next',
  href: links.address(['collections'], { limit: String(size), page_token: String(position) }),
  type: json,
});
