import { bootstrap } from './bootstrap.mjs';

bootstrap('scripts/restore.ts', { nodeArgs: ['--conditions=react-server'] });
