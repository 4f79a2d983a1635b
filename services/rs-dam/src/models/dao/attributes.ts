/** Attributes as rows. */
import type { Sql } from '@regards/core';
import type { Declaration } from '../domain/attribute.ts';
import type { PropertyType } from '../domain/propertyType.ts';
import type { KeptAttribute, ModelStore } from '../service/ports.ts';
import { fragmentOf } from './models.ts';

export interface AttributeRow {
  attribute_id: number;
  attribute_name: string;
  attribute_type: PropertyType;
  declaration: Declaration;
  fragment_id: number;
  fragment_name: string;
  fragment_description: string | null;
  fragment_version: string | null;
}

export const attributeColumns = `
  attribute.id as attribute_id, attribute.name as attribute_name, attribute.type as attribute_type,
  fragment.id as fragment_id, fragment.name as fragment_name, fragment.description as fragment_description,
  fragment.version as fragment_version`;

export const attributeOf = (row: AttributeRow): KeptAttribute => ({
  id: row.attribute_id,
  fragment: row.fragment_name,
  name: row.attribute_name,
  type: row.attribute_type,
  declaration: row.declaration,
  fragmentDetails: fragmentOf({
    id: row.fragment_id,
    name: row.fragment_name,
    description: row.fragment_description,
    version: row.fragment_version,
  }),
});

type Attributes = Pick<ModelStore, 'attributes' | 'insertAttributes' | 'updateAttribute' | 'deleteAttribute'>;

export const attributeStore = (sql: Sql): Attributes => ({
  async attributes({ id, type, fragments, models }) {
    const rows = await sql.query<AttributeRow>(
      `select ${attributeColumns}, attribute.declaration
         from attribute join fragment on fragment.id = attribute.fragment_id
        where ($1::bigint is null or attribute.id = $1)
          and ($2::text is null or attribute.type = $2)
          and ($3::text[] is null or fragment.name = any($3))
          and ($4::text[] is null or exists (
            select from model_attribute join model on model.id = model_attribute.model_id
             where model_attribute.attribute_id = attribute.id and model.name = any($4)))
        order by fragment.name collate "C", attribute.name collate "C"`,
      [id, type, fragments, models],
    );
    return rows.map(attributeOf);
  },

  async insertAttributes(attributes) {
    await sql.query(
      `with made as (
         insert into attribute (fragment_id, name, type, declaration)
         select fragment.id, given.name, given.type, given.declaration
           from json_to_recordset($1::json) as given (fragment text, name text, type text, declaration json)
           join fragment on fragment.name = given.fragment
         returning id, fragment_id, name)
       insert into model_attribute (model_id, attribute_id, position)
       select bearer.model_id, made.id,
              bearer.position + row_number() over (partition by bearer.model_id order by made.id)
         from made
         join fragment on fragment.id = made.fragment_id and fragment.name <> 'default'
         join lateral (
           select model_id,
                  (select max(position) from model_attribute as other where other.model_id = one.model_id) as position
             from model_attribute as one join attribute on attribute.id = one.attribute_id
            where attribute.fragment_id = made.fragment_id group by model_id) as bearer on true`,
      [JSON.stringify(attributes)],
    );
  },

  async updateAttribute(id, declaration) {
    await sql.query('update attribute set declaration = $2 where id = $1', [id, JSON.stringify(declaration)]);
    await sql.query('update model_attribute set declaration = null where attribute_id = $1', [id]);
  },

  async deleteAttribute(id) {
    await sql.query('delete from attribute where id = $1', [id]);
  },
});
