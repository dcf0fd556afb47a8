import { registerHooks } from 'node:module';

/** `openapi-typescript` writes with the compiler's own interface, which TypeScript 7 does not have; see decision 023. */
registerHooks({
  resolve: (specifier, context, next) => next(specifier === 'typescript' ? 'typescript-5' : specifier, context),
});
