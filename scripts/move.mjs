import { bootstrap } from './bootstrap.mjs';

bootstrap('scripts/move.ts', { nodeArgs: ['--conditions=react-server'] });
