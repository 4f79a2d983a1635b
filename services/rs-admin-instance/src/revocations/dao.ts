/** Revocations as rows. */
import type { Sql } from '@regards/core';
import type { Revocation } from '@regards/generated/rs-admin-instance/types';
import type { RevocationStore } from './ports.ts';

interface RevocationRow {
  id: number;
  tenant: string | null;
  login: string | null;
  token_id: string | null;
  before: Date;
  until: Date;
}

const columns = 'id, tenant, login, token_id, before, until';

export const revocationStore = (sql: Sql): RevocationStore => ({
  async forget(now) {
    await sql.query('delete from t_revocation where until <= $1', [now]);
  },

  async add({ tenant, login, tokenId, before, until }) {
    // Numbers are given before commits: without the lock one that is read could hide a smaller one that is not yet.
    await sql.query('lock table t_revocation in share row exclusive mode');
    await sql.query(
      `delete from t_revocation where token_id is not distinct from $1
         and ($1 is not null or (login is not distinct from $2 and tenant is not distinct from $3))`,
      [tokenId ?? null, login ?? null, tenant ?? null],
    );
    const [row] = await sql.query<RevocationRow>(
      `insert into t_revocation (tenant, login, token_id, before, until) values ($1, $2, $3, $4, $5) returning ${columns}`,
      [tenant ?? null, login ?? null, tokenId ?? null, before, until],
    );
    if (!row) throw new Error('a revocation was written and is not there');
    return revocationOf(row);
  },

  async since(id, now, most) {
    const rows = await sql.query<RevocationRow>(
      `select ${columns} from t_revocation where id > $1 and until > $2 order by id limit $3`,
      [id, now, most],
    );
    return rows.map(revocationOf);
  },

  async newest() {
    const [row] = await sql.query<{ newest: number }>(
      `select coalesce(pg_sequence_last_value(pg_get_serial_sequence('t_revocation', 'id')), 0) as newest`,
    );
    return row?.newest ?? 0;
  },
});

const revocationOf = ({ id, tenant, login, token_id: tokenId, before, until }: RevocationRow): Revocation => ({
  id,
  ...(tenant === null ? {} : { tenant }),
  ...(login === null ? {} : { login }),
  ...(tokenId === null ? {} : { tokenId }),
  before: before.toISOString(),
  until: until.toISOString(),
});
