import { staffSignIn } from '#lib/http/staff-sign-in';

/** next-auth's own addresses: csrf, session, providers, callback/credentials, signout. */
export { staffSignIn as GET, staffSignIn as POST };
