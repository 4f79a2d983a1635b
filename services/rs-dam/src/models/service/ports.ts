/** What the models need from the outside: where they are kept, who hears of changes, who judges JSON schemas. */
import type { Database, Sql, UnitOfWork } from '@regards/core';
import type { Attribute, Declaration } from '../domain/attribute.ts';
import type { Computation } from '../domain/computation.ts';
import type { DeclaredFragment, ModelHead } from '../domain/document.ts';
import type { Binding } from '../domain/importing.ts';
import type { EntityType, PropertyType } from '../domain/propertyType.ts';
import type { SchemaJudge } from '../domain/restriction.ts';

export interface KeptModel extends ModelHead {
  readonly id: number;
}

export interface KeptFragment extends DeclaredFragment {
  readonly id: number;
}

export interface KeptAttribute extends Attribute {
  readonly id: number;
  readonly fragmentDetails: KeptFragment;
}

/** An attribute of a model, declared as this model has it. */
export interface Association {
  readonly id: number;
  readonly model: KeptModel;
  readonly attribute: KeptAttribute;
  readonly computation?: Computation;
  readonly position: number;
}

export interface AttributeFilter {
  readonly id?: number;
  readonly type?: PropertyType;
  readonly fragments?: readonly string[];
  readonly models?: readonly string[];
}

export interface AssociationFilter {
  readonly id?: number;
  readonly model?: string;
  readonly type?: EntityType;
  readonly fragment?: string;
  readonly attribute?: number;
}

/** How many there are in a project. */
export interface ModelCounts {
  readonly models: number;
  readonly fragments: number;
  readonly attributes: number;
  /** Of all models together. */
  readonly associations: number;
  /** Attributes of the model that has most. */
  readonly longestModel: number;
}

export interface ModelStore {
  /** One change to the models of a project at a time: names are compared across tables. */
  lock(): Promise<void>;
  /** Holds such changes back until this transaction ends. */
  share(): Promise<void>;
  counts(): Promise<ModelCounts>;
  /** Sorted by name. */
  models(filter: { readonly name?: string; readonly type?: EntityType }): Promise<readonly KeptModel[]>;
  insertModel(model: ModelHead): Promise<KeptModel>;
  updateModel(model: Omit<KeptModel, 'name' | 'type'>): Promise<void>;
  deleteModel(id: number): Promise<void>;
  /** Sorted by name. */
  fragments(filter: { readonly id?: number; readonly name?: string }): Promise<readonly KeptFragment[]>;
  insertFragments(fragments: readonly DeclaredFragment[]): Promise<void>;
  updateFragment(fragment: Omit<KeptFragment, 'name'>): Promise<void>;
  deleteFragment(id: number): Promise<void>;
  /** As they were declared first, sorted by fragment and name. */
  attributes(filter: AttributeFilter): Promise<readonly KeptAttribute[]>;
  /** Those of fragments become attributes of every model that has others of the fragment. */
  insertAttributes(attributes: readonly Attribute[]): Promise<void>;
  /** Models that declare it in their own way follow from then on. */
  updateAttribute(id: number, declaration: Declaration): Promise<void>;
  deleteAttribute(id: number): Promise<void>;
  /** By model, then in the model's order. */
  associations(filter: AssociationFilter): Promise<readonly Association[]>;
  /** After those that the model has; one that came with its fragment already is declared as the binding says. */
  bind(modelId: number, bindings: readonly Binding[]): Promise<void>;
  unbind(ids: readonly number[]): Promise<void>;
}

/** Puts events into the outbox of a unit of work. */
export interface ModelEvents {
  attributesCreated(unit: UnitOfWork, attributes: readonly Attribute[]): void;
  attributesUpdated(unit: UnitOfWork, attributes: readonly Attribute[]): void;
  attributesDeleted(unit: UnitOfWork, attributes: readonly Attribute[]): void;
  fragmentDeleted(unit: UnitOfWork, name: string): void;
  /** The models or their attributes are others from now on. */
  modelsChanged(unit: UnitOfWork, names: readonly string[]): void;
  /** Many attributes at once. */
  attributesStale(unit: UnitOfWork): void;
}

export interface ModelPorts {
  readonly database: Database;
  readonly store: (sql: Sql) => ModelStore;
  readonly events: ModelEvents;
  readonly judge: SchemaJudge;
  /** Which of these models data sources or datasets are made of. */
  readonly usedModels: (sql: Sql, names: readonly string[]) => Promise<readonly string[]>;
}
