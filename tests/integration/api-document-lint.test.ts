import { createConfig, lintFromString } from '@redocly/openapi-core';
import spectral from '@stoplight/spectral-core';
import rulesets from '@stoplight/spectral-rulesets';
import { expect, it } from 'vitest';
import { buildDocument } from '#lib/http/openapi/document';

/** What integrators hold a document against before they trust it. */

const document = buildDocument({ version: '1.2.3', shopUrl: 'https://shop.example.com' });

it('has nothing that Spectral would mend', { timeout: 60_000 }, async () => {
  const linter = new spectral.Spectral();
  linter.setRuleset(new spectral.Ruleset({ extends: [rulesets.oas] }));
  const findings = await linter.run(JSON.parse(JSON.stringify(document)));
  expect(findings.map(({ code, path, message }) => `${code} ${path.join('/')}: ${message}`)).toEqual([]);
});

it('has nothing that Redocly would mend', { timeout: 60_000 }, async () => {
  const config = await createConfig({ extends: ['recommended'] });
  const source = JSON.stringify(document);
  const findings = await lintFromString({ source, absoluteRef: 'openapi.json', config });
  expect(findings.map(({ ruleId, message, location }) => `${ruleId} ${location[0]?.pointer}: ${message}`)).toEqual([]);
});
