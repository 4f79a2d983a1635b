/** How a package of each language is generated, and what becomes of it. */
import type { JsonObject } from '../json.ts';

export interface Language {
  /** Files of the generator that a package does without. */
  readonly ignored: readonly string[];
  configuration(version: string): JsonObject;
}

const common = { skipValidateSpec: true, gitUserId: '', gitRepoId: '' } as const;
const description = 'Client of REGARDS, the data-archive platform of CNES';
const tests = { modelTests: false, apiTests: false } as const;

export const languages: Readonly<Record<string, Language>> = {
  typescript: {
    ignored: ['git_push.sh', '.travis.yml', '.gitlab-ci.yml', '.npmignore', 'docs/**'],
    configuration: (version) => ({
      ...common,
      generatorName: 'typescript-fetch',
      globalProperties: tests,
      additionalProperties: {
        npmName: '@regards/client',
        npmVersion: version,
        licenseName: 'Apache-2.0',
        supportsES6: true,
        importFileExtension: '.js',
        useSingleRequestParameter: true,
        stringEnums: false,
        enumPropertyNaming: 'original',
      },
    }),
  },
  python: {
    ignored: [
      'git_push.sh',
      '.travis.yml',
      '.gitlab-ci.yml',
      '.github/**',
      'tox.ini',
      'setup.py',
      'setup.cfg',
      'test/**',
    ],
    configuration: (version) => ({
      ...common,
      generatorName: 'python',
      globalProperties: tests,
      additionalProperties: {
        packageName: 'regards_client',
        projectName: 'regards-client',
        packageVersion: version,
        licenseInfo: 'Apache-2.0',
        hideGenerationTimestamp: true,
      },
    }),
  },
  java: {
    ignored: [
      'git_push.sh',
      '.travis.yml',
      '.github/**',
      'build.sbt',
      'build.gradle',
      'gradle/**',
      'gradlew*',
      'settings.gradle',
      'gradle.properties',
      'src/main/AndroidManifest.xml',
      'api/**',
    ],
    configuration: (version) => ({
      ...common,
      generatorName: 'java',
      globalProperties: tests,
      additionalProperties: {
        library: 'native',
        groupId: 'fr.cnes.regards',
        artifactId: 'regards-client',
        artifactVersion: version,
        artifactDescription: description,
        invokerPackage: 'fr.cnes.regards.client',
        apiPackage: 'fr.cnes.regards.client.api',
        modelPackage: 'fr.cnes.regards.client.model',
        licenseName: 'Apache-2.0',
        licenseUrl: 'https://www.apache.org/licenses/LICENSE-2.0',
        openApiNullable: false,
        // an empty list of identifiers would ask for none of them
        containerDefaultToNull: true,
        hideGenerationTimestamp: true,
        useJakartaEe: true,
      },
    }),
  },
};
