// The bundled zod asks whether code may be made from text by trying it, which the policy refuses and reports. Told not to.
globalThis.__zod_globalConfig = { jitless: true };
