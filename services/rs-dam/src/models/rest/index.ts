/** The operations on models, attributes and fragments: they translate, nothing else. */
import { refusal, RefusedError } from '@regards/core';
import type { UploadedFile } from '@regards/core';
import type { RsDamServer } from '@regards/generated/rs-dam/server';
import type { ModelDocument } from '../domain/document.ts';
import { unreadable } from '../domain/modelFileGrammar.ts';
import { readModelFile } from '../domain/modelFileReader.ts';
import { modelFileName, writeModelFile } from '../domain/modelFileWriter.ts';
import { creatableTypes, restrictionsOf } from '../domain/propertyType.ts';
import type { ModelService } from '../service/index.ts';
import { associationToBody, computationFromBody } from './associationBody.ts';
import {
  attributeFromBody,
  attributeToBody,
  fragmentFromBody,
  fragmentToBody,
  modelFromBody,
  modelToBody,
} from './attributeBody.ts';
import { parseXml } from './xmlParser.ts';

type HeadOperations =
  | 'getModels'
  | 'createModel'
  | 'importModel'
  | 'exportModel'
  | 'getModel'
  | 'updateModel'
  | 'deleteModel';

/** @param fileLimit bytes of an imported file at most */
export const modelOperations = (models: ModelService, fileLimit: number): Pick<RsDamServer, HeadOperations> => ({
  async getModels({ tenant }, { type }) {
    return { status: 200, body: (await models.list(tenant, type)).map(modelToBody) };
  },
  async createModel({ tenant }, { body }) {
    return { status: 200, body: modelToBody(await models.create(tenant, modelFromBody(body))) };
  },
  async importModel({ tenant }, { body }) {
    return { status: 201, body: modelToBody(await models.import(tenant, documentOf(body.file, fileLimit))) };
  },
  async exportModel({ tenant }, { modelName }) {
    const document = await models.document(tenant, modelName);
    const headers = { 'content-disposition': `attachment; filename="${modelFileName(document)}"` };
    return { status: 200, body: writeModelFile(document), headers };
  },
  async getModel({ tenant }, { modelName }) {
    return { status: 200, body: modelToBody(await models.get(tenant, modelName)) };
  },
  async updateModel({ tenant }, { modelName, body }) {
    return { status: 200, body: modelToBody(await models.update(tenant, modelName, modelFromBody(body))) };
  },
  async deleteModel({ tenant }, { modelName }) {
    await models.remove(tenant, modelName);
    return { status: 204 };
  },
});

/** A part of a form may be a text where a file is asked for. */
function documentOf(file: Partial<UploadedFile>, limit: number): ModelDocument {
  const { name, content } = file;
  if (!content) throw unreadable('file: a file is asked for, not a text.');
  if (content.length > limit) {
    throw new RefusedError(refusal('too-large', `The file ${name} has ${content.length} bytes, more than ${limit}.`));
  }
  return readModelFile(parseXml(content));
}

type AssociationOperations =
  | 'getAssociations'
  | 'getModelAttributes'
  | 'bindAttribute'
  | 'getModelAttribute'
  | 'unbindAttribute'
  | 'bindFragment'
  | 'unbindFragment';

export const associationOperations = ({ associations }: ModelService): Pick<RsDamServer, AssociationOperations> => ({
  async getAssociations({ tenant }, { type }) {
    return { status: 200, body: (await associations.all(tenant, type)).map(associationToBody) };
  },
  async getModelAttributes({ tenant }, { modelName }) {
    return { status: 200, body: (await associations.list(tenant, modelName)).map(associationToBody) };
  },
  async bindAttribute({ tenant }, { modelName, body: { attribute, computationConf } }) {
    const reference = attributeFromBody(attribute);
    const computation = computationConf ? computationFromBody(computationConf) : undefined;
    return { status: 200, body: associationToBody(await associations.bind(tenant, modelName, reference, computation)) };
  },
  async getModelAttribute({ tenant }, { modelName, associationId }) {
    return { status: 200, body: associationToBody(await associations.get(tenant, modelName, associationId)) };
  },
  async unbindAttribute({ tenant }, { modelName, associationId }) {
    await associations.unbind(tenant, modelName, associationId);
    return { status: 204 };
  },
  async bindFragment({ tenant }, { modelName, body: { name } }) {
    return { status: 200, body: (await associations.bindFragment(tenant, modelName, name)).map(associationToBody) };
  },
  async unbindFragment({ tenant }, { modelName, fragmentId }) {
    await associations.unbindFragment(tenant, modelName, fragmentId);
    return { status: 204 };
  },
});

type AttributeOperations =
  | 'getAttributes'
  | 'createAttribute'
  | 'getAttribute'
  | 'updateAttribute'
  | 'deleteAttribute'
  | 'getAttributeTypes'
  | 'getRestrictions';

export const attributeOperations = ({ attributes }: ModelService): Pick<RsDamServer, AttributeOperations> => ({
  async getAttributes({ tenant }, { type, fragmentName, modelNames }) {
    const fragments = fragmentName === undefined ? undefined : [fragmentName];
    return {
      status: 200,
      body: (await attributes.list(tenant, { type, fragments, models: modelNames })).map(attributeToBody),
    };
  },
  async createAttribute({ tenant }, { body }) {
    return { status: 200, body: attributeToBody(await attributes.create(tenant, attributeFromBody(body))) };
  },
  async getAttribute({ tenant }, { attributeId }) {
    return { status: 200, body: attributeToBody(await attributes.get(tenant, attributeId)) };
  },
  async updateAttribute({ tenant }, { attributeId, body }) {
    return {
      status: 200,
      body: attributeToBody(await attributes.update(tenant, attributeId, attributeFromBody(body))),
    };
  },
  async deleteAttribute({ tenant }, { attributeId }) {
    await attributes.remove(tenant, attributeId);
    return { status: 204 };
  },
  getAttributeTypes: () => Promise.resolve({ status: 200, body: [...creatableTypes] }),
  getRestrictions: (_, { type }) => Promise.resolve({ status: 200, body: [...restrictionsOf[type]] }),
});

type FragmentOperations = 'getFragments' | 'createFragment' | 'getFragment' | 'updateFragment' | 'deleteFragment';

export const fragmentOperations = ({ fragments }: ModelService): Pick<RsDamServer, FragmentOperations> => ({
  async getFragments({ tenant }) {
    return { status: 200, body: (await fragments.list(tenant)).map(fragmentToBody) };
  },
  async createFragment({ tenant }, { body }) {
    return { status: 200, body: fragmentToBody(await fragments.create(tenant, fragmentFromBody(body))) };
  },
  async getFragment({ tenant }, { fragmentId }) {
    return { status: 200, body: fragmentToBody(await fragments.get(tenant, fragmentId)) };
  },
  async updateFragment({ tenant }, { fragmentId, body }) {
    return { status: 200, body: fragmentToBody(await fragments.update(tenant, fragmentId, fragmentFromBody(body))) };
  },
  async deleteFragment({ tenant }, { fragmentId }) {
    await fragments.remove(tenant, fragmentId);
    return { status: 204 };
  },
});
