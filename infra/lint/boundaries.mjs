// Which project may import which, by the tags in each package.json. Three dimensions: what a project is (type), whose
// it is (scope) and where it runs (runtime). A spec refuses a project that lacks one, and a tag that nothing uses.

export const contexts = ['access', 'consent', 'decision', 'directory', 'disclosure', 'enquiry', 'person', 'request'];

/** What each type of project may import. An app is imported by nobody. */
const imports = {
  kernel: [],
  law: ['kernel'],
  events: ['kernel', 'law', 'events'],
  policy: ['kernel', 'law', 'events'],
  context: ['kernel', 'law', 'events', 'policy', 'platform', 'context'],
  views: ['kernel', 'law', 'events', 'context'],
  platform: ['kernel', 'law', 'policy', 'platform'],
  embedded: ['kernel', 'embedded'],
  app: ['kernel', 'law', 'events', 'policy', 'context', 'views', 'platform', 'embedded'],
  web: ['kernel', 'law', 'web'],
  test: ['kernel', 'law', 'events', 'policy', 'context', 'views', 'platform', 'embedded', 'test'],
};

/** Runtime `any` is what both a server and a browser can load. */
const runtimes = { any: ['any'], node: ['node', 'any'], browser: ['browser', 'any'] };

const tags = (dimension, values) => values.map((value) => `${dimension}:${value}`);

const byType = (extra) => Object.entries(imports).map(([type, targets]) => ({
  sourceTag: `type:${type}`,
  onlyDependOnLibsWithTags: tags('type', [...targets, ...(extra[type] ?? [])]),
}));

const byRuntime = Object.entries(runtimes).map(([runtime, targets]) => ({
  sourceTag: `runtime:${runtime}`,
  onlyDependOnLibsWithTags: tags('runtime', targets),
}));

// Contexts meet in their events and in the policy, never in each other's domain, tables or handlers.
const byScope = contexts.map((context) => ({
  sourceTag: `scope:${context}`,
  onlyDependOnLibsWithTags: [`scope:${context}`, 'scope:shared', 'type:events', 'type:policy'],
}));

/** For code that ships. */
export const constraints = [...byType({}), ...byRuntime, ...byScope];

/** Specs of the platform may start a stand-in to speak the real protocol with. */
export const specConstraints = [...byType({ platform: ['embedded'], embedded: ['platform'], context: ['embedded'] }), ...byRuntime, ...byScope];

export const types = Object.keys(imports);
export const runtimeNames = Object.keys(runtimes);
