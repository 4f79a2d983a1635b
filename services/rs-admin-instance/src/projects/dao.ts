/** Projects as rows. */
import type { Sql } from '@regards/core';
import { limitAndOffset, orderBy } from '@regards/db';
import type { Project } from '@regards/generated/rs-admin-instance/types';
import type { ProjectContent } from './domain.ts';
import type { ProjectStore } from './service.ts';

const columns = `id, name, label, description, icon, is_public, is_accessible, is_deleted, licence_link,
  host, crs, is_pole_to_be_managed`;

const sortColumns = { id: 'id', name: 'name', label: 'label', isPublic: 'is_public', isDeleted: 'is_deleted' };

interface ProjectRow {
  id: number;
  name: string;
  label: string;
  description: string;
  icon: string | null;
  is_public: boolean;
  is_accessible: boolean;
  is_deleted: boolean;
  licence_link: string | null;
  host: string | null;
  crs: string;
  is_pole_to_be_managed: boolean;
}

export const projectStore = (sql: Sql): ProjectStore => ({
  async page(request, only) {
    const where = only === 'public' ? 'where is_public and not is_deleted' : '';
    const [counted] = await sql.query<{ total: number }>(`select count(*) as total from t_project ${where}`);
    const rows = await sql.query<ProjectRow>(
      `select ${columns} from t_project ${where} ${orderBy(request.sort, sortColumns, 'id')} limit $1 offset $2`,
      limitAndOffset(request),
    );
    return {
      content: rows.map(projectOf),
      size: request.size,
      number: request.page,
      totalElements: counted?.total ?? 0,
    };
  },

  async find(name) {
    return first(await sql.query<ProjectRow>(`select ${columns} from t_project where name = $1`, [name]));
  },

  async findAll(names) {
    const rows = await sql.query<ProjectRow>(
      `select ${columns} from t_project where name = any($1::text[]) order by id`,
      [names],
    );
    return rows.map(projectOf);
  },

  async findForUpdate(name) {
    return first(await sql.query<ProjectRow>(`select ${columns} from t_project where name = $1 for update`, [name]));
  },

  async insert(content) {
    return first(
      await sql.query<ProjectRow>(
        `insert into t_project (name, label, description, icon, is_public, is_accessible, licence_link, host, crs,
           is_pole_to_be_managed)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
         on conflict do nothing
         returning ${columns}`,
        values(content),
      ),
    );
  },

  async update(content) {
    return first(
      await sql.query<ProjectRow>(
        `update t_project
            set label = $2, description = $3, icon = $4, is_public = $5, is_accessible = $6, licence_link = $7,
                host = $8, crs = $9, is_pole_to_be_managed = $10
          where name = $1
          returning ${columns}`,
        values(content),
      ),
    );
  },

  async markDeleted(name) {
    await sql.query('update t_project set is_deleted = true where name = $1', [name]);
  },

  async hold() {
    await sql.query('lock table t_project in share row exclusive mode');
  },

  async names() {
    const rows = await sql.query<{ name: string }>('select name from t_project where not is_deleted order by name');
    return rows.map((row) => row.name);
  },
});

const values = (content: ProjectContent): unknown[] => [
  content.name,
  content.label,
  content.description,
  content.icon ?? null,
  content.isPublic,
  content.isAccessible,
  content.licenceLink ?? null,
  content.host ?? null,
  content.crs,
  content.isPoleToBeManaged,
];

const first = ([row]: readonly ProjectRow[]): Project | undefined => row && projectOf(row);

const projectOf = (row: ProjectRow): Project => ({
  id: row.id,
  name: row.name,
  label: row.label,
  description: row.description,
  icon: row.icon ?? undefined,
  isPublic: row.is_public,
  isAccessible: row.is_accessible,
  isDeleted: row.is_deleted,
  licenceLink: row.licence_link ?? undefined,
  host: row.host ?? undefined,
  crs: row.crs,
  isPoleToBeManaged: row.is_pole_to_be_managed,
});
