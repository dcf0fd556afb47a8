// Who may import whom, as docs/architecture.md tells it. The map below is the rule; everything else is made from it.

const swc = require('@swc/core');

// The cruiser parses every file as plain TypeScript; ours with markup need to be told so.
const { parseFileSync } = swc;
swc.parseFileSync = (file, options) => parseFileSync(file, { ...options, tsx: file.endsWith('x') });

/** Modules of lib that import other modules. Those not named here import none but the common ones. */
const MODULES = {
  orders: ['cart', 'catalog', 'stock', 'promise', 'customers'],
  cart: ['catalog', 'stock', 'promise'],
  promise: ['stock', 'catalog'],
  catalog: ['stock'],
  stock: ['catalog'],
  events: ['customers', 'promise', 'orders'],
  chat: ['customers', 'orders', 'promise', 'cart', 'catalog'],
  customers: [],
  // Who may hear what of all of them.
  live: ['cart', 'orders', 'chat'],
};

/** May be imported by every module, and import no business module themselves. */
const COMMON = [
  'auth',
  'settings',
  'jobs',
  'audit',
  'http',
  'server',
  'kv',
  'realtime',
  'media',
  'mail',
  'sms',
  'i18n',
  'look',
];

/** Read everywhere through `queries` (the last two also write through `commands`). */
const READERS = {
  content: ['queries'],
  notices: ['queries'],
  analytics: ['queries'],
  webhooks: ['queries'],
  imports: ['queries', 'commands'],
  privacy: ['queries', 'commands'],
};

/** Files of a module that run anywhere and may be imported by everyone: `rules.ts`, `booking-rules.ts`. */
const OPEN_FILES = '(rules|input|output|booking-rules|booking-output)';
const TESTS = '\\.test\\.tsx?$';
const BUSINESS = [...Object.keys(MODULES), ...Object.keys(READERS)];
const any = (names) => `(${names.join('|')})`;

const forbid = (name, comment, from, to) => ({
  name,
  comment,
  severity: 'error',
  from: { ...from, pathNot: [TESTS, ...(from.pathNot ?? [])] },
  to,
});

const rooms = [
  forbid('components-not-app', 'components never import app', { path: '^components/' }, { path: '^app/' }),
  forbid('lib-not-up', 'lib never imports app or components', { path: '^lib/' }, { path: '^(app|components)/' }),
  forbid(
    'db-not-up',
    'db imports nothing above it but the look of its seeds',
    { path: '^db/', pathNot: ['^db/seed/'] },
    {
      path: '^(app|components|lib)/',
    },
  ),
  forbid(
    'no-sql-in-pages',
    'pages and components ask queries, never the database',
    { path: '^(app|components)/' },
    {
      path: ['^db/(?!enums\\.ts$)', 'node_modules/(drizzle-orm|postgres)/'],
    },
  ),
  forbid(
    'ui-knows-no-shop',
    'primitives know nothing of the shop',
    { path: '^components/ui/' },
    {
      path: '^components/(shop|admin)/',
    },
  ),
  forbid(
    'nothing-imports-tests',
    'tests and scripts are leaves',
    { path: '^(app|components|lib|db)/' },
    {
      path: '^(tests|scripts)/',
    },
  ),
];

const ground = forbid(
  'ground-floor',
  'context, errors, money, time, env and log import no module',
  { path: '^lib/[^/]+\\.ts$' },
  { path: `^lib/${any(BUSINESS)}/` },
);

const common = forbid(
  'common-modules',
  'what everyone may import imports no business module',
  // The API document is built from everybody's contracts.
  { path: `^lib/${any(COMMON)}/`, pathNot: ['^lib/http/openapi/'] },
  { path: `^lib/${any(BUSINESS)}/(?!${OPEN_FILES}\\.ts$)` },
);

const modules = Object.entries(MODULES).map(([name, allowed]) =>
  forbid(
    `module-${name}`,
    `${name} imports ${allowed.length === 0 ? 'no other module' : `only ${allowed.join(', ')}`}`,
    { path: `^lib/${name}/` },
    {
      path: `^lib/${any(BUSINESS.filter((other) => other !== name && !allowed.includes(other)))}/(?!${OPEN_FILES}\\.ts$)`,
    },
  ),
);

const readers = Object.entries(READERS).map(([name, files]) =>
  forbid(
    `reader-${name}`,
    `${name} reads other modules through ${files.join(' and ')} only`,
    { path: `^lib/${name}/` },
    {
      path: `^lib/${any(BUSINESS.filter((other) => other !== name))}/(?!(${files.join('|')})(\\.ts|/)|${OPEN_FILES}\\.ts$)`,
    },
  ),
);

const worker = forbid(
  'worker-is-a-leaf',
  // It joins the machinery of jobs, which knows no module, with the handlers of all modules; nothing may lean on that.
  'what wires background work together is imported only by what starts a process',
  { path: '.', pathNot: ['^lib/worker/', '^instrumentation\\.ts$', '^(scripts|tests)/'] },
  { path: '^lib/worker/' },
);

const framework = forbid(
  'framework-at-the-doors',
  'only actions, lib/http, lib/auth, lib/server and i18n import next',
  { path: '^lib/', pathNot: ['actions\\.ts$', '/actions/', '^lib/(http|auth|server|i18n)/'] },
  { path: 'node_modules/next/' },
);

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [...rooms, ground, common, ...modules, ...readers, worker, framework],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: 'specify',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(\\.next|\\.data)' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
