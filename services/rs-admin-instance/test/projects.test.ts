/** Projects over HTTP, on a real database and broker. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { tenantCreated, tenantDeleted } from '@regards/generated/rs-admin-instance/messages';
import { until, type Heard, type TestAnswer } from '@regards/testing';
import { bounds } from '@regards/generated/rs-admin-instance/bounds';
import { rsAdminInstance } from '../src/index.ts';
import { described, refused, startTestInstance, type TestInstance } from './instance.ts';

let instance: TestInstance;
let created: readonly Heard[];
let deleted: readonly Heard[];

beforeAll(async () => {
  instance = await startTestInstance();
  created = await instance.platform.listen(tenantCreated);
  deleted = await instance.platform.listen(tenantDeleted);
});

afterAll(() => instance.close());

async function project(changes: object = {}): Promise<string> {
  const body = described(changes);
  expect((await instance.call('POST', '/projects', { body })).status).toBe(201);
  return String(body['name']);
}

const names = (heard: readonly Heard[], name: string): Heard[] =>
  heard.filter(({ payload }) => (payload as { tenant: string }).tenant === name);

const namesIn = ({ body }: TestAnswer): string[] =>
  (body as { content: { content: { name: string } }[] }).content.map(({ content }) => content.name);

test('a project is kept as described, with links to what may be done with it', async () => {
  const body = described({ isPublic: true, icon: 'https://example.org/icon.png', host: null });
  const answer = await instance.call('POST', '/projects', { body });
  expect(answer.status).toBe(201);
  const { host: _none, ...kept } = body;
  const defaults = { isAccessible: false, isDeleted: false, crs: 'WGS_84', isPoleToBeManaged: false };
  const content = { ...kept, ...defaults, id: expect.any(Number) };
  const found = await instance.call('GET', `/projects/${String(body['name'])}`);
  expect([answer.body, found.body]).toEqual([0, 0].map(() => ({ content, links: expect.any(Array) })));
  expect((found.body as { links: { rel: string }[] }).links.map(({ rel }) => rel)).toEqual([
    'self',
    'update',
    'delete',
    'create',
  ]);
});

describe('a project is refused', () => {
  test.each([
    ['without name', { name: undefined }, 422],
    ['with a name that may be none', { name: 'with space' }, 422],
    ['with a name that is too long', { name: 'x'.repeat(31) }, 422],
    ['without label', { label: undefined }, 422],
    ['with the reserved name', { name: 'Instance' }, 422],
    ['with a name that is no text', { name: { a: 1 } }, 422],
  ])('%s', async (_why, changes, status) => {
    const answer = await instance.call('POST', '/projects', { body: described(changes) });
    expect(answer).toMatchObject(refused(status));
  });

  test('when its name is taken, in whatever case, also by a deleted one', async () => {
    const name = await project();
    const again = (taken: string) => instance.call('POST', '/projects', { body: described({ name: taken }) });
    expect(await again(name)).toMatchObject(refused(409));
    expect(await again(name.toUpperCase())).toMatchObject(refused(409));
    await instance.call('DELETE', `/projects/${name}`);
    expect(await again(name)).toMatchObject(refused(409));
  });
});

test('of many who create the same project at once exactly one does, and one event tells of it', async () => {
  const body = described();
  const answers = await Promise.all(Array.from({ length: 8 }, () => instance.call('POST', '/projects', { body })));
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  expect(answers.filter(({ status }) => status === 409)).toHaveLength(7);
  const last = await project();
  await until(() => names(created, last).length > 0);
  expect(names(created, String(body['name']))).toHaveLength(1);
});

test('every service hears of a project that comes and goes, once each', async () => {
  const name = await project();
  const [heard] = await until(() => names(created, name).length > 0 && names(created, name));
  expect(heard).toMatchObject({ tenant: 'instance', payload: { tenant: name } });
  expect(heard?.headers).toMatchObject({ 'regards.tenant': 'instance', __TypeId__: tenantCreated.type });
  await instance.call('DELETE', `/projects/${name}`);
  expect((await instance.call('DELETE', `/projects/${name}`)).status).toBe(204);
  const last = await project();
  await instance.call('DELETE', `/projects/${last}`);
  await until(() => names(deleted, last).length > 0);
  expect(names(deleted, name)).toHaveLength(1);
});

test('a deleted project stays, marked, and is in no list of what is served', async () => {
  const [gone, stays] = [await project({ isPublic: true }), await project({ isPublic: true })];
  await instance.call('DELETE', `/projects/${gone}`);
  const found = await instance.call('GET', `/projects/${gone}`);
  expect(found.body).toMatchObject({ content: { name: gone, isDeleted: true } });
  expect((found.body as { links: { rel: string }[] }).links.map(({ rel }) => rel)).toEqual(['self', 'create']);
  const tenants = await instance.call('GET', '/tenants');
  const ofService = await instance.call('GET', '/tenants/rs-dam');
  expect(ofService.body).toEqual(tenants.body);
  expect(tenants.body).toContain(stays);
  expect(tenants.body).not.toContain(gone);
  const listed = await instance.call('GET', '/projects/public?size=1000');
  expect(namesIn(listed)).toContain(stays);
  expect(namesIn(listed)).not.toContain(gone);
  const body = described({ name: gone });
  expect(await instance.call('PUT', `/projects/${gone}`, { body })).toMatchObject(refused(403));
});

test('a project is changed under its own name only', async () => {
  const name = await project();
  const body = described({ name, label: 'Another' });
  expect(await instance.call('PUT', `/projects/${name}`, { body })).toMatchObject({
    status: 200,
    body: { content: { name, label: 'Another' } },
  });
  const renamed = { ...body, name: 'other' };
  expect(await instance.call('PUT', `/projects/${name}`, { body: renamed })).toMatchObject(refused(422));
  expect(await instance.call('PUT', '/projects/unheard-of', { body })).toMatchObject(refused(404));
});

const noNames = ['unheard-of', 'PROJECT-1', 'with%20space', '%27;drop', 'x'.repeat(500)];

test.each(noNames)('there is no project %s', async (name) => {
  expect(await instance.call('GET', `/projects/${name}`)).toMatchObject(refused(404));
  expect(await instance.call('DELETE', `/projects/${name}`)).toMatchObject(refused(404));
});

test('a page has ten projects unless asked otherwise, in the order asked for', async () => {
  for (let made = 0; made < 11; made += 1) await project();
  const first = await instance.call('GET', '/projects?sort=name,desc&sort=nonsense"');
  expect(first.body).toMatchObject({ metadata: { size: 10 } });
  const shown = namesIn(first);
  expect(shown).toHaveLength(10);
  expect(shown).toEqual(shown.toSorted().toReversed());
  const beyond = await instance.call('GET', '/projects?page=9007199254740991&size=2000');
  expect(beyond).toMatchObject({ status: 200, body: { content: [] } });
});

describe('who may', () => {
  test.each([
    ['GET', '/projects', 403],
    ['POST', '/projects', 403],
    ['GET', '/tenants', 403],
    ['GET', '/accounts', 403],
    ['GET', '/projects/public', 200],
  ])('an administrator of a project calls %s %s: %i', async (method, path, status) => {
    const token = await instance.platform.userToken({ tenant: await project(), role: 'PROJECT_ADMIN' });
    const body = method === 'POST' ? described() : undefined;
    expect(await instance.call(method, path, { token, body })).toMatchObject({ status });
  });

  test('anyone reads a project, with the scope of one that is served', async () => {
    const [name, gone] = [await project(), await project()];
    await instance.call('DELETE', `/projects/${gone}`);
    const as = async (scope: string): Promise<number> =>
      (await instance.call('GET', `/projects/${name}`, { token: undefined, scope })).status;
    expect(await as(name)).toBe(200);
    expect(await as('instance')).toBe(200);
    expect(await as('unheard-of')).toBe(403);
    expect(await as(gone)).toBe(403);
  });
});

test('there are as many projects as one list may hold; one that is deleted makes room', async () => {
  const last = await project();
  await instance.platform.write(
    rsAdminInstance,
    'instance',
    `insert into t_project (name, label, description, is_public, is_accessible, crs, is_pole_to_be_managed)
     select 'crowd-' || number, label, description, is_public, is_accessible, crs, is_pole_to_be_managed
       from t_project, generate_series(1, $2 - (select count(*) from t_project where not is_deleted)) as number
      where name = $1`,
    [last, bounds.TenantNames],
  );
  const create = () => instance.call('POST', '/projects', { body: described() });
  expect(await create()).toMatchObject({ status: 409, body: { type: 'urn:regards:problem:list-full' } });
  expect((await instance.call('GET', '/tenants')).body).toHaveLength(bounds.TenantNames);
  expect((await instance.call('DELETE', `/projects/${last}`)).status).toBeLessThan(300);
  expect(await create()).toMatchObject({ status: 201 });
});
