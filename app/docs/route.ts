import { serveReference } from '#lib/http/openapi/page';

export const GET = () => serveReference('scalar');
