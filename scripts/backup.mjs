import { bootstrap } from './bootstrap.mjs';

bootstrap('scripts/backup.ts', { nodeArgs: ['--conditions=react-server'] });
