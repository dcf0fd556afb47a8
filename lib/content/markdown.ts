import { Marked } from 'marked';
import sanitize from 'sanitize-html';

// A writer's first heading is below the page's own, so headings begin at the second rank.
const marked = new Marked({ gfm: true, async: false });

const OPTIONS: sanitize.IOptions = {
  allowedTags: [
    ...['h2', 'h3', 'h4', 'p', 'br', 'hr', 'strong', 'em', 'del', 'code', 'pre', 'blockquote', 'ul', 'ol', 'li', 'a'],
    ...['table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ],
  allowedAttributes: { a: ['href', 'rel'], ol: ['start'], th: ['align', 'scope'], td: ['align'] },
  allowedSchemes: ['https', 'http', 'mailto', 'tel'],
  allowProtocolRelative: false,
  transformTags: {
    h1: 'h2',
    h5: 'h4',
    h6: 'h4',
    th: sanitize.simpleTransform('th', { scope: 'col' }),
    a: (tagName, attribs) => ({
      tagName,
      attribs: {
        href: attribs.href ?? '',
        ...(/^https?:/i.test(attribs.href ?? '') && { rel: 'noopener nofollow' }),
      },
    }),
  },
};

/** Markdown as HTML that is safe to show: text, lists, tables and links; no pictures, styles, scripts or forms. */
export const renderMarkdown = (text: string): string => sanitize(marked.parse(text, { async: false }), OPTIONS);
