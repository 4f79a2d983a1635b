/** Which model has which attribute, as rows. */
import type { Sql } from '@regards/core';
import type { Computation } from '../domain/computation.ts';
import type { Association, ModelStore } from '../service/ports.ts';
import { attributeColumns, attributeOf } from './attributes.ts';
import type { AttributeRow } from './attributes.ts';
import { modelOf } from './models.ts';
import type { ModelRow } from './models.ts';

interface AssociationRow extends AttributeRow, ModelRow {
  association_id: number;
  position: number;
  computation: Computation | null;
}

const associationOf = (row: AssociationRow): Association => ({
  id: row.association_id,
  model: modelOf(row),
  attribute: attributeOf(row),
  ...(row.computation === null ? {} : { computation: row.computation }),
  position: row.position,
});

export const associationStore = (sql: Sql): Pick<ModelStore, 'associations' | 'bind' | 'unbind'> => ({
  async associations({ id, model, type, fragment, attribute }) {
    const rows = await sql.query<AssociationRow>(
      `select model_attribute.id as association_id, model_attribute.position, model_attribute.computation,
              coalesce(model_attribute.declaration, attribute.declaration) as declaration, ${attributeColumns},
              model.id, model.name, model.description, model.version, model.type
         from model_attribute
         join model on model.id = model_attribute.model_id
         join attribute on attribute.id = model_attribute.attribute_id
         join fragment on fragment.id = attribute.fragment_id
        where ($1::bigint is null or model_attribute.id = $1)
          and ($2::text is null or model.name = $2)
          and ($3::text is null or model.type = $3)
          and ($4::text is null or fragment.name = $4)
          and ($5::bigint is null or attribute.id = $5)
        order by model.name collate "C", model_attribute.position, model_attribute.id`,
      [id, model, type, fragment, attribute],
    );
    return rows.map(associationOf);
  },

  async bind(modelId, bindings) {
    await sql.query(
      `insert into model_attribute (model_id, attribute_id, position, declaration, computation)
       select $1, attribute.id,
              coalesce((select max(position) from model_attribute where model_id = $1), 0) + given.number,
              given.declaration, given.computation
         from rows from (json_to_recordset($2::json) as (fragment text, name text, declaration json, computation json))
              with ordinality as given (fragment, name, declaration, computation, number)
         join fragment on fragment.name = given.fragment
         join attribute on attribute.fragment_id = fragment.id and attribute.name = given.name
       on conflict (model_id, attribute_id) do update
          set declaration = excluded.declaration, computation = excluded.computation`,
      [modelId, JSON.stringify(bindings)],
    );
  },

  async unbind(ids) {
    await sql.query('delete from model_attribute where id = any($1::bigint[])', [ids]);
  },
});
