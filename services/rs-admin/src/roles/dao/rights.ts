/** Operations and rights as rows. */
import type { Sql } from '@regards/core';
import { limitAndOffset } from '@regards/db';
import type { ResourceRole, ResourcesAccess, ResourceVerb } from '@regards/generated/rs-admin/types';
import type { ResourceFilter, RightStore } from '../service/ports.ts';

const columns = 'id, microservice, controller, resource, verb, default_role, description';

interface ResourceRow {
  id: number;
  microservice: string;
  controller: string;
  resource: string;
  verb: ResourceVerb;
  default_role: ResourceRole;
  description: string;
}

const chosen = `($1::bigint[] is null or id = any ($1)) and ($2::text is null or microservice = $2)
  and ($3::text is null or controller = $3)`;
const values = ({ ids, microservice, controller }: ResourceFilter): unknown[] => [
  ids ?? null,
  microservice ?? null,
  controller ?? null,
];

export const rightStore = (sql: Sql): RightStore => ({
  async hold() {
    await sql.query('lock table t_role_resource in share row exclusive mode');
  },

  async resources(filter) {
    const rows = await sql.query<ResourceRow>(
      `select ${columns} from t_resource where ${chosen} order by microservice, resource, verb`,
      values(filter),
    );
    return rows.map(resourceOf);
  },

  async resourcePage(filter, request) {
    const [counted] = await sql.query<{ total: number }>(
      `select count(*) as total from t_resource where ${chosen}`,
      values(filter),
    );
    const rows = await sql.query<ResourceRow>(
      `select ${columns} from t_resource where ${chosen} order by id limit $4 offset $5`,
      [...values(filter), ...limitAndOffset(request)],
    );
    return {
      content: rows.map(resourceOf),
      size: request.size,
      number: request.page,
      totalElements: counted?.total ?? 0,
    };
  },

  async insertResources(microservice, mappings) {
    const rows = await sql.query<ResourceRow>(
      `insert into t_resource (microservice, controller, resource, verb, default_role, description)
       select $1, * from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
       returning ${columns}`,
      [
        microservice,
        mappings.map(({ controllerSimpleName }) => controllerSimpleName),
        mappings.map(({ fullPath }) => fullPath),
        mappings.map(({ method }) => method),
        mappings.map(({ resourceAccess }) => resourceAccess.role),
        mappings.map(({ resourceAccess }) => resourceAccess.description ?? ''),
      ],
    );
    return rows.map(resourceOf);
  },

  async updateResource(id, { role, controller }) {
    await sql.query('update t_resource set default_role = $2, controller = $3 where id = $1', [id, role, controller]);
  },

  async describeResource(id, description) {
    await sql.query('update t_resource set description = $2 where id = $1', [id, description]);
  },

  async deleteResources(microservice) {
    const rows = await sql.query<{ role: string }>(
      `select distinct role from t_role_resource join t_resource on t_resource.id = resource_id where microservice = $1
        order by role`,
      [microservice],
    );
    await sql.query('delete from t_resource where microservice = $1', [microservice]);
    return rows.map(({ role }) => role);
  },

  async granted() {
    const rows = await sql.query<{ role: string; ids: number[] }>(
      'select role, json_agg(resource_id) as ids from t_role_resource group by role',
    );
    return new Map(rows.map(({ role, ids }) => [role, new Set(ids)]));
  },

  async grant(role, ids) {
    await sql.query('insert into t_role_resource (role, resource_id) select $1, unnest($2::bigint[])', [role, ids]);
  },

  async withdraw(role, ids) {
    await sql.query('delete from t_role_resource where role = $1 and resource_id = any ($2)', [role, ids]);
  },

  async rightsOfRoles(microservice) {
    return sql.query(
      `select t_role.name as role, authorized_addresses as "authorizedAddresses",
              coalesce(array_agg(resource || '@' || verb order by resource, verb) filter (where resource is not null), '{}')
                as operations
         from t_role
         left join (t_role_resource join t_resource on t_resource.id = resource_id and microservice = $1)
           on role = t_role.name
        group by t_role.id order by t_role.id`,
      [microservice],
    );
  },
});

const resourceOf = ({ controller, default_role: defaultRole, ...row }: ResourceRow): ResourcesAccess => ({
  ...row,
  controllerSimpleName: controller,
  defaultRole,
});
