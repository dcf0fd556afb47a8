/** The Content-Security-Policy of documents. Runs in the edge gate too, so: no Node modules, settings as text. */
function contentPolicy(scripts: string): string {
  const images = process.env.CLOUDINARY_URL ? ' https://res.cloudinary.com' : '';
  const upgrade = process.env.APP_URL?.startsWith('https:') ? '; upgrade-insecure-requests' : '';
  return [
    "default-src 'self'",
    `script-src 'self'${scripts}`,
    // Dialogs lock scrolling with a style element of changing content, which neither hash nor nonce can name. A style
    // runs nothing, and what it could load is confined by the lines below.
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' data: blob:${images}`,
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    `object-src 'none'${upgrade}`,
  ].join('; ');
}

/** For a document with exactly these inline scripts, given as hashes in the policy's own spelling. */
export const hashPolicy = (hashes: readonly string[]): string =>
  contentPolicy(hashes.map((hash) => ` ${hash}`).join(''));

/** For a document made per request; the framework puts the nonce on its own scripts. */
export function noncePolicy(nonce: string): string {
  // Turbopack's development runtime evaluates modules.
  const dev = process.env.NODE_ENV === 'development' ? " 'unsafe-eval'" : '';
  return contentPolicy(` 'nonce-${nonce}' 'strict-dynamic'${dev}`);
}
