/** Names of tenants: projects, and the instance above them. */

/** The tenant above all projects; no project may have its name. */
export const instanceTenant = 'instance';

/** As contracts/rs-admin-instance/schemas/ProjectDescription.yaml has it; a test there holds both together. */
const legalName = /^[a-zA-Z0-9_-]{1,30}$/;

/** Whether a project may have this name at all; there is no need to ask anybody about other texts. */
export const isTenantName = (text: string): boolean => legalName.test(text);
