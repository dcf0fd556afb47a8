import { get } from 'node:http';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fillShop } from '#scripts/bench/scale/fill';
import { type App, startApp } from '#tests/support/app';
import { cloneDatabase } from '#tests/support/database';
import { openDesk } from '#tests/support/desk';
import { until } from '#tests/support/wait';
