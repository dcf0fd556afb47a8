import { expect, it } from 'vitest';
import { renderMarkdown } from './markdown.ts';

it('renders text, lists, tables and links', () => {
  expect(renderMarkdown('# Terms\n\nSome **bold** text.')).toBe(
    '<h2>Terms</h2>\n<p>Some <strong>bold</strong> text.</p>\n',
  );
  expect(renderMarkdown('[mail](mailto:a@example.com)')).toContain('<a href="mailto:a@example.com">');
  expect(renderMarkdown('[out](https://example.com)')).toContain('rel="noopener nofollow"');
  expect(renderMarkdown('| a |\n|---|\n| b |')).toContain('<th scope="col">a</th>');
});

it.each([
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<a href="javascript:alert(1)">x</a>',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](data:text/html,<script>alert(1)</script>)',
  '<iframe src="https://example.com"></iframe>',
  '<p style="position:fixed" onclick="alert(1)">x</p>',
  '<form action="/"><input name="q"></form>',
  '<svg><script>alert(1)</script></svg>',
])('leaves nothing live of %s', (text) => {
  expect(renderMarkdown(text)).not.toMatch(
    /script|onerror|onclick|javascript|data:|iframe|style=|<form|<input|<svg|<img/i,
  );
});
