/** What pages do beyond being read: contents that fold on phones, a filter, and calls through the gateway. */

const contents = document.querySelector('nav.site details');
if (contents && matchMedia('(max-width: 48rem)').matches) contents.open = false;

const element = (name, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};

/* A filter over the operations of a page. */
const filter = document.getElementById('filter');
if (filter) {
  filter.closest('label').hidden = false;
  filter.addEventListener('input', () => {
    const words = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
    for (const section of document.querySelectorAll('section.operation')) {
      const text =
        `${section.id} ${section.querySelector('.address')?.textContent} ${section.querySelector('h3').textContent}`.toLowerCase();
      section.hidden = !words.every((word) => text.includes(word));
    }
  });
}

/* Who calls: kept until the browser's tab is closed. */
const api = new URL('../api/v1', location.href).pathname;
const session = {
  read: () => JSON.parse(sessionStorage.getItem('regards') ?? '{}'),
  write: (value) => sessionStorage.setItem('regards', JSON.stringify(value)),
};

const signInButton = document.getElementById('sign-in-button');
const field = (label, properties) =>
  element('label', {}, label, element('input', { autocomplete: 'off', ...properties }));

function showCaller() {
  const { token, user, scope } = session.read();
  signInButton.textContent = token ? `${user || 'token'} · ${scope || 'project of the token'}` : 'Sign in';
}

async function tokenFor({ user, password, scope, client, secret }) {
  const answer = await fetch(`${api}/rs-authentication/oauth/token?scope=${encodeURIComponent(scope)}`, {
    method: 'POST',
    headers: { Authorization: `Basic ${btoa(`${client}:${secret}`)}` },
    body: new URLSearchParams({ grant_type: 'password', username: user, password, scope }),
  });
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok)
    throw new Error(body.detailMessage ?? body.messages?.join(' ') ?? `The platform answered ${answer.status}.`);
  return body.access_token;
}

function signIn() {
  const fault = element('p', { role: 'alert' });
  const form = element(
    'form',
    { method: 'dialog' },
    element('h2', { id: 'sign-in-title', textContent: 'Sign in' }),
    element('p', {
      className: 'fine',
      textContent: 'Calls go to this platform, with this account’s rights. Empty fields end the session.',
    }),
    field('Project', { name: 'scope', value: session.read().scope ?? '' }),
    field('Login', { name: 'user', autocomplete: 'username' }),
    field('Password', { name: 'password', type: 'password', autocomplete: 'current-password' }),
    field('OAuth client', { name: 'client', value: 'client' }),
    field('Its secret', { name: 'secret', type: 'password' }),
    field('Or a token', { name: 'token' }),
    fault,
    element(
      'div',
      { className: 'row' },
      element('button', { type: 'submit', textContent: 'Sign in' }),
      element('button', { type: 'button', className: 'quiet', textContent: 'Close', onclick: () => dialog.close() }),
    ),
  );
  const dialog = element('dialog', {}, form);
  dialog.setAttribute('aria-labelledby', 'sign-in-title');
  dialog.addEventListener('close', () => dialog.remove());
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const given = Object.fromEntries(new FormData(form));
    fault.textContent = '';
    try {
      const token = given.token || (given.user ? await tokenFor(given) : undefined);
      session.write({ token, user: given.user, scope: given.scope });
      showCaller();
      dialog.close();
    } catch (failure) {
      fault.textContent = failure.message;
    }
  });
  document.body.append(dialog);
  dialog.showModal();
}

if (signInButton) {
  signInButton.hidden = false;
  signInButton.addEventListener('click', signIn);
  showCaller();
}

/* A form for each operation, made when it is asked for. */
for (const place of document.querySelectorAll('.try')) {
  const open = element('button', { type: 'button', className: 'quiet', textContent: 'Try it' });
  open.addEventListener('click', () => open.replaceWith(tryForm(place)));
  place.append(open);
}

function tryForm(place) {
  const section = place.closest('section');
  const parameters = [...section.querySelectorAll('tr[data-name]')].map(({ dataset }) => ({
    ...dataset,
    input: element('input', {
      value: dataset.required === 'true' ? dataset.example : '',
      placeholder: dataset.example,
      autocomplete: 'off',
      required: dataset.required === 'true',
    }),
  }));
  const example = section.querySelector('pre[data-media-type]');
  const body = example && element('textarea', { value: example.textContent, spellcheck: false });
  const answer = element('output', { ariaLive: 'polite' });
  const form = element(
    'form',
    {},
    ...parameters.map(({ name, input, in: where }) => element('label', {}, `${name} (${where})`, input)),
    ...(body ? [element('label', {}, `Body (${example.dataset.mediaType})`, body)] : []),
    element(
      'div',
      { className: 'row' },
      element('button', { type: 'submit', textContent: `Send ${place.dataset.method.toUpperCase()}` }),
    ),
    answer,
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    send(place.dataset, parameters, body && { text: body.value, type: example.dataset.mediaType }, answer);
  });
  return form;
}

async function send({ service, method, path }, parameters, body, output) {
  const { token, scope } = session.read();
  const query = new URLSearchParams();
  const headers = {};
  let target = path;
  for (const { name, in: where, input } of parameters) {
    if (input.value === '' && where !== 'path') continue;
    if (where === 'path') target = target.replace(`{${name}}`, encodeURIComponent(input.value));
    else if (where === 'query') query.append(name, input.value);
    else headers[name] = input.value;
  }
  if (token) headers.Authorization = `Bearer ${token}`;
  else if (scope) headers.scope = scope;
  const content = bodyOf(body, headers);
  const address = `${api}/${service}${target}${query.size > 0 ? `?${query}` : ''}`;
  output.replaceChildren('…');
  const started = performance.now();
  try {
    const answer = await fetch(address, {
      method: method.toUpperCase(),
      headers,
      ...(content === undefined ? {} : { body: content }),
    });
    const text = await answer.text();
    const took = Math.round(performance.now() - started);
    output.replaceChildren(
      element(
        'p',
        {},
        element('strong', { textContent: `${answer.status}` }),
        ` ${answer.statusText} · ${took} ms · `,
        element('code', { textContent: address }),
      ),
      element('pre', { tabIndex: 0, textContent: readable(text).slice(0, 100_000) }),
    );
  } catch (failure) {
    output.replaceChildren(element('p', { role: 'alert', textContent: `No answer: ${failure.message}` }));
  }
}

/** A form goes as fields of the JSON that stands in the text. */
function bodyOf(body, headers) {
  if (!body) return undefined;
  if (body.type === 'multipart/form-data' || body.type === 'application/x-www-form-urlencoded') {
    const form = body.type === 'multipart/form-data' ? new FormData() : new URLSearchParams();
    for (const [name, value] of Object.entries(JSON.parse(body.text))) {
      if (name === 'file' && form instanceof FormData)
        form.append(name, new File([value], 'file.xml', { type: 'application/xml' }));
      else form.append(name, typeof value === 'string' ? value : JSON.stringify(value));
    }
    return form;
  }
  headers['Content-Type'] = body.type;
  return body.text;
}

function readable(text) {
  try {
    return JSON.stringify(JSON.parse(text), undefined, 2);
  } catch {
    return text;
  }
}
