import { Hono, type Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { errorKind } from "../../chat/error-kind.ts";
import { identityRefused, storeOidcAttempt, takeOidcAttempt } from "../../db/access/oidc-store.ts";
import type { Sessions } from "../access/sessions.ts";
import { hashOf, newToken } from "../access/tokens.ts";
import type { WebDeps, WebEnv } from "../deps.ts";
import { setSessionCookie, staffMember } from "../sign-in-routes.ts";
import type { IdentityProvider } from "./identity-provider.ts";
import { staffWithAddress } from "./staff-address.ts";

const beginPath = "/sign-in/oidc";
const returnPath = "/sign-in/oidc/callback";
/** How long (ms) a person may take at the provider. */
const attemptLivesMs = 10 * 60_000;

/** A notice about a sign-in that did not work. */
type ShowNotice = (
  context: Context<WebEnv>,
  text: "notSecure" | "providerAway" | "identityRefused",
  status: 403 | 503,
) => Response | Promise<Response>;

/**
 * Signing in with the company's identity provider. A person of the desk is found by the verified address that the provider
 * states. The pages take no address to return to, so that no link leads a person elsewhere.
 */
export const oidcRoutes = (
  deps: WebDeps,
  sessions: Sessions,
  { provider, notice }: { readonly provider: IdentityProvider; readonly notice: ShowNotice },
): Hono<WebEnv> => {
  const app = new Hono<WebEnv>();
  const { db } = deps.database;
  const cookieName = (): string => `${deps.origin().isEncrypted ? "__Host-" : ""}plazo-oidc`;
  const redirectUri = (): string => `${deps.origin().origin}${returnPath}`;

  app.get(beginPath, async (context) => {
    const { isPrivate, isEncrypted } = deps.origin();
    if (!isPrivate) return notice(context, "notSecure", 403);
    const secrets = { state: newToken(), nonce: newToken(), verifier: newToken() };
    const browser = newToken();
    const address = await provider.begin(secrets, redirectUri()).catch((error: unknown) => {
      deps.log.warn({ err: errorKind(error) }, "web.identity-provider");
      return null;
    });
    if (address === null) return notice(context, "providerAway", 503);
    const { state, nonce, verifier } = secrets;
    const expiresAt = deps.now() + attemptLivesMs;
    await storeOidcAttempt(db, { hash: hashOf(state), browser: hashOf(browser), nonce, verifier, expiresAt });
    // A browser sends a strict cookie with no request that comes from the provider's page.
    setCookie(context, cookieName(), browser, {
      path: "/",
      httpOnly: true,
      sameSite: "Lax",
      secure: isEncrypted,
      maxAge: attemptLivesMs / 1_000,
    });
    return context.redirect(address.href, 303);
  });

  app.get(returnPath, async (context) => {
    const at = deps.now();
    const address = context.get("address");
    const state = context.req.query("state") ?? "";
    const browser = getCookie(context, cookieName()) ?? "";
    const refuse = async (): Promise<Response> => {
      await identityRefused(db, { address, at });
      return notice(context, "identityRefused", 403);
    };
    // The answer is taken once, and only from the browser that asked.
    const attempt = await takeOidcAttempt(db, { hash: hashOf(state), browser: hashOf(browser), at });
    if (attempt === null) return refuse();
    deleteCookie(context, cookieName(), { path: "/", secure: deps.origin().isEncrypted });
    const { search } = new URL(context.req.url);
    const identity = await provider
      .finish(new URL(`${redirectUri()}${search}`), { ...attempt, state })
      .catch((error: unknown) => {
        deps.log.warn({ err: errorKind(error) }, "web.identity-provider");
        return null;
      });
    if (identity?.email == null || !identity.isVerified) return refuse();
    const desk = await deps.desk.read(db);
    const user = staffWithAddress(identity.email, desk);
    if (user === null || staffMember(user, desk) === null) return refuse();
    setSessionCookie(context, deps.origin(), "desk", await sessions.signInIdentified(user, address));
    return context.redirect("/desk", 303);
  });
  return app;
};
