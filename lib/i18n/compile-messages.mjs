import compile from 'icu-minify/compile';

const compileAll = (value) =>
  typeof value === 'string'
    ? compile(value)
    : Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, compileAll(inner)]));

/**
 * A loader of the bundler (see next.config.mjs): messages go out parsed, so that no page and no browser carries the
 * parser of ICU messages. Where nothing is bundled (the worker, scripts, tests) the files are read as they are.
 */
export default function compileMessages(source) {
  return JSON.stringify(compileAll(JSON.parse(source)));
}
