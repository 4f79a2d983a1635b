/** The REST reference of a service. */
import { exampleOf, listOf, objectOf, operationsOf, resolved, textOf } from '@regards/reference';
import type { Content, Document, Operation, Parameter, ServiceDocuments } from '@regards/reference';
import { html } from './html.ts';
import type { Html, Value } from './html.ts';
import type { Page } from './page.ts';
import { prose } from './prose.ts';
import { exampleText, limitsOf, schemaSection, schemasReached, typeView } from './schema-view.ts';

/** Undefined when the service has no operation. */
export function restPage(service: ServiceDocuments, reachable: boolean): Page | undefined {
  const { name, rest } = service;
  if (!rest) return undefined;
  const operations = operationsOf(service);
  const schemas = schemasReached(rest, operations.flatMap(schemasIn));
  const groups = [...Map.groupBy(operations, ({ tag }) => tag)].toSorted(
    ([one], [other]) => Number(common.has(one)) - Number(common.has(other)),
  );
  const about = new Map(tagsOf(rest));
  const ofAll = answersOfAll(operations);
  return {
    file: `${name}.html`,
    title: name,
    description: service.description,
    hasOperations: reachable,
    places: [
      ...groups.flatMap(([tag, members]) =>
        members.map(({ id, summary, method }, at) => ({
          title: summary.replace(/\.$/, ''),
          anchor: id,
          badge: method,
          ...(at === 0 ? { group: tag } : {}),
        })),
      ),
      { title: 'Answers of every operation', anchor: 'answers', group: 'besides' },
      ...schemas.map((schema, at) => ({
        title: schema,
        anchor: `schema-${schema}`,
        ...(at === 0 ? { group: 'schemas' } : {}),
      })),
    ],
    body: html`<h1>${name}</h1>
      <p class="lead">${prose(service.description)}</p>
      <p class="fine">
        Version ${service.version} · ${reachable ? html`<code>/api/v1/${name}</code>` : 'within the platform only'} ·
        <a href="${name}.openapi.json">OpenAPI document</a>${
          service.messages ? html` · <a href="${name}-messages.html">messages</a>` : undefined
        }
      </p>
      <label class="filter" hidden
        >Find <input type="search" id="filter" placeholder="a path, a word" autocomplete="off"
      /></label>
      ${groups.map(
        ([tag, members]) =>
          html`<h2 id="tag-${tag}">${tag}</h2>
            <p>${prose(about.get(tag) ?? '')}</p>
            ${members.map((one) => operationView(rest, one, ofAll, reachable))}`,
      )}
      <h2 id="answers">Answers of every operation</h2>
      <p>Beside its own, each operation may give any of these.</p>
      ${answersView(ofAll)}
      <h2 id="schemas">Schemas</h2>
      ${schemas.map((schema) => schemaSection(rest, schema))}`,
  };
}

/** What many services have alike comes after what is this one's own. */
const common: ReadonlySet<string> = new Set(['jobs', 'dead-letters']);

const tagsOf = (document: Document): [string, string][] =>
  listOf(document['tags'])
    .map(objectOf)
    .map((tag) => [textOf(tag['name']), textOf(tag['description'])]);

const schemasIn = ({ parameters, body, responses }: Operation) => [
  ...parameters.map(({ schema }) => schema),
  ...(body?.content ?? []).map(({ schema }) => schema),
  ...responses.flatMap(({ content }) => content.map(({ schema }) => schema)),
];

type Answer = Operation['responses'][number];

/** Refusals that every operation of the service may answer with, in the same words: said once. */
const answersOfAll = ([first, ...others]: readonly Operation[]): readonly Answer[] =>
  (first?.responses ?? []).filter(
    (one) =>
      Number(one.status) >= 400 && others.every(({ responses }) => responses.some((other) => isSame(one, other))),
  );

const isSame = (one: Answer, other: Answer): boolean =>
  one.status === other.status && one.description === other.description;

const answersView = (answers: readonly Answer[]): Html =>
  html`<div class="wide">
    <table>
      <thead>
        <tr>
          <th>Status</th>
          <th>Body</th>
          <th>When</th>
        </tr>
      </thead>
      <tbody>
        ${answers.map(
          (one) =>
            html`<tr>
              <th scope="row">${one.status}</th>
              <td>
                ${one.content.map(
                  ({ schema, mediaType }) => html`${typeView(schema)} <span class="fine">${mediaType}</span> `,
                )}
              </td>
              <td>${prose(one.description)}</td>
            </tr> `,
        )}
      </tbody>
    </table>
  </div> `;

function operationView(document: Document, operation: Operation, ofAll: readonly Answer[], reachable: boolean): Html {
  const { id, method, path, summary, description, parameters, body, responses } = operation;
  const own = responses.filter((one) => !ofAll.some((other) => isSame(one, other)));
  return html`<section class="operation" id="${id}" aria-labelledby="${id}-title">
    <h3 id="${id}-title">${summary.replace(/\.$/, '')}</h3>
    <p class="address"><span class="method ${method}">${method}</span> <code>${path}</code></p>
    <p>${prose(description)}</p>
    <dl class="facts">
      <div>
        <dt>Role</dt>
        <dd>${roleText(operation.role)}</dd>
      </div>
      <div>
        <dt>Try again</dt>
        <dd>${operation.retry === 'safe' ? 'safe' : 'never by itself'}</dd>
      </div>
      <div>
        <dt>Time limit</dt>
        <dd>${operation.timeout}</dd>
      </div>
      <div>
        <dt>Operation</dt>
        <dd><code>${id}</code></dd>
      </div>
    </dl>
    ${parameters.length > 0 ? parametersView(document, parameters) : undefined}
    ${body ? bodyView(document, body.content, body.required) : undefined}
    <h4>Answers</h4>
    ${answersView(own)}
    <p class="fine">And those <a href="#answers">of every operation</a>.</p>
    ${answerExample(document, operation)} ${reachable ? placeToTry(operation) : undefined}
  </section> `;
}

/** The script makes a form here. */
const placeToTry = ({ service, method, path }: Operation): Html =>
  html`<div class="try" data-service="${service}" data-method="${method}" data-path="${path}"></div>`;

const roleText = (role: string): string => (role === 'NONE' ? 'none: no token is asked for' : role);

const parametersView = (document: Document, parameters: readonly Parameter[]): Html =>
  html`<h4>Parameters</h4>
    <div class="wide">
      <table class="parameters">
        <thead>
          <tr>
            <th>Name</th>
            <th>Type</th>
            <th>What it is</th>
          </tr>
        </thead>
        <tbody>
          ${parameters.map(
            (one) =>
              html`<tr
                data-name="${one.name}"
                data-in="${one.in}"
                data-required="${String(one.required)}"
                data-example="${plain(document, one)}"
              >
                <th scope="row">
                  <code>${one.name}</code>
                  <span class="fine">${one.in}</span
                  >${one.required ? html`<span class="required">required</span>` : undefined}
                </th>
                <td>${typeView(one.schema)}</td>
                <td>${prose(one.description)}${fine(limitsOf(resolved(document, one.schema)))}</td>
              </tr> `,
          )}
        </tbody>
      </table>
    </div>`;

const fine = (limits: readonly string[]): Value =>
  limits.length === 0 ? undefined : html` <span class="fine">${limits.join('; ')}</span>`;

const plain = (document: Document, { schema }: Parameter): string =>
  [exampleOf(document, schema)]
    .flat()
    .map((one) => textOf(one) || JSON.stringify(one))
    .join(',');

const bodyView = (document: Document, content: readonly Content[], required: boolean): Html =>
  html`<h4>Body${required ? undefined : ' (may be absent)'}</h4>
    ${content.map(
      ({ mediaType, schema }) =>
        html`<p>${typeView(schema)} <span class="fine">${mediaType}</span></p>
          <details class="example">
            <summary>Example</summary>
            <pre tabindex="0" data-media-type="${mediaType}"><code>${exampleText(document, schema)}</code></pre>
          </details>`,
    )}`;

/** Of the first answer that is a success and has a body. */
function answerExample(document: Document, { responses }: Operation): Value {
  const success = responses.find(({ status, content }) => status.startsWith('2') && content.length > 0);
  const [first] = success?.content ?? [];
  if (!success || !first) return undefined;
  return html`<details>
    <summary>Example of ${success.status}</summary>
    <pre tabindex="0"><code>${exampleText(document, first.schema)}</code></pre>
  </details>`;
}
