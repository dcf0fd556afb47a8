import { bootstrap } from './bootstrap.mjs';

bootstrap('scripts/test.ts', { needs: ['vitest', '@biomejs/biome', 'dependency-cruiser'], withTests: true });
