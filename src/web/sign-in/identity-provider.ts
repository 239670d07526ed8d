import { isLoopback } from "../../chat/platform-manifest.ts";

/** What the provider knows of Plazo. */
interface ProviderSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** The secrets of one sign-in. `verifier` is for PKCE: a stolen code is worth nothing without it. */
export interface AttemptSecrets {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** The address of a person, as the provider states it. */
export interface ProvidedIdentity {
  readonly email: string | null;
  readonly isVerified: boolean;
}

/** An OpenID Connect provider. Its methods reject if it does not answer, or if an answer is not right. */
export interface IdentityProvider {
  /** The address to which the browser goes. */
  begin(secrets: AttemptSecrets, redirectUri: string): Promise<URL>;
  /** Who came back with this address. Checks state, nonce, issuer and signature, and redeems the code. */
  finish(returned: URL, secrets: AttemptSecrets): Promise<ProvidedIdentity>;
}

/** How long (s) an answer of the provider may take. A page waits for two of them. */
const patienceSeconds = 4;

/**
 * Creates the provider. The library and what the provider says about itself are loaded when a person first signs in, so that
 * a provider that is down does not stop the desk's start.
 */
export const createIdentityProvider = ({ issuer, clientId, clientSecret }: ProviderSettings): IdentityProvider => {
  const load = async () => {
    const client = await import("openid-client");
    // Only a provider on this machine may be reached without HTTPS.
    const isLocal = isLoopback(new URL(issuer).hostname.replace(/^\[|\]$/g, ""));
    const configuration = await client.discovery(new URL(issuer), clientId, clientSecret, undefined, {
      timeout: patienceSeconds,
      execute: isLocal ? [client.allowInsecureRequests] : [],
    });
    return { client, configuration };
  };
  let loading: ReturnType<typeof load> | null = null;
  const ready = (): ReturnType<typeof load> => {
    loading ??= load().catch((error: unknown) => {
      loading = null;
      throw error;
    });
    return loading;
  };
  return {
    begin: async ({ state, nonce, verifier }, redirectUri) => {
      const { client, configuration } = await ready();
      return client.buildAuthorizationUrl(configuration, {
        redirect_uri: redirectUri,
        scope: "openid email",
        state,
        nonce,
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: "S256",
      });
    },
    finish: async (returned, { state, nonce, verifier }) => {
      const { client, configuration } = await ready();
      const tokens = await client.authorizationCodeGrant(configuration, returned, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (claims === undefined) throw new Error("the provider gave no ID token");
      // Many providers state the address in their user information only.
      const stated =
        claims["email"] === undefined
          ? await client.fetchUserInfo(configuration, tokens.access_token, claims.sub)
          : claims;
      const { email, email_verified: isVerified } = stated;
      return { email: typeof email === "string" ? email : null, isVerified: isVerified === true };
    },
  };
};

/** How the staff sign in, as the environment says. */
export const signInWith = <Mail>(oidc: (ProviderSettings & { readonly isRequired: boolean }) | null, mail: Mail) => ({
  mail,
  provider: oidc === null ? null : createIdentityProvider(oidc),
  isRequired: oidc?.isRequired === true,
});
