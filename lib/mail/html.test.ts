import { expect, it } from 'vitest';
import { htmlOf } from './html.ts';

it('makes paragraphs, keeps lines, and escapes what people write', () => {
  const html = htmlOf('Hello <b>Ana</b> & "co",\n\none\ntwo', 'en');
  expect(html).toContain('<p style="margin:0 0 16px">Hello &lt;b&gt;Ana&lt;/b&gt; &amp; &quot;co&quot;,</p>');
  expect(html).toContain('>one<br>two</p>');
});

it.each([
  ['See https://shop.example/o?a=1&b=2.', '<a href="https://shop.example/o?a=1&amp;b=2"', '</a>.'],
  ['(http://localhost:3000/x)', '<a href="http://localhost:3000/x"', '</a>)'],
])('turns addresses into links and nothing else: %s', (text, opening, end) => {
  expect(htmlOf(text, 'en')).toContain(opening);
  expect(htmlOf(text, 'en')).toContain(end);
});

it('makes no link of a script', () => {
  expect(htmlOf('javascript:alert(1) https://x.example/"onmouseover="x', 'en"><script>')).not.toMatch(
    /href="javascript|<script|"onmouseover/,
  );
});
