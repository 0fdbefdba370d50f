// A provider of identities of a journey's own: the certified `oidc-provider` on a free loopback port, whose people sign
// in by saying who they are.

import { once } from "node:events";
import { createServer } from "node:http";

import { exportJWK, generateKeyPair, importJWK, SignJWT } from "jose";
import { Provider as OpenIdProvider } from "oidc-provider";

/** What it calls Proofmark, and the secret it gave it. */
export const CLIENT = { id: "proofmark", secret: "a-secret-only-two-know-of-8472" };

/** A running provider. */
export class Provider {
  #server;
  #answer;
  #redirect;
  #keys = [];

  /** Starts one that sends people back to this server. */
  static async start(server) {
    const provider = new Provider();
    provider.#redirect = `${server.url}/sign-in/back`;
    provider.#server = createServer((request, response) => provider.#serve(request, response)).listen(0, "127.0.0.1");
    await once(provider.#server, "listening");
    provider.url = `http://127.0.0.1:${provider.#server.address().port}`;
    await provider.rotate("one");
    return provider;
  }

  /** Signs with a new key from now on and publishes no other. */
  async rotate(kid) {
    const { privateKey } = await generateKeyPair("RS256", { extractable: true });
    const key = { ...(await exportJWK(privateKey)), kid, use: "sig", alg: "RS256" };
    this.#keys = [key];
    this.#answer = this.#made().callback();
  }

  #made() {
    const provider = new OpenIdProvider(this.url, {
      clients: [
        {
          client_id: CLIENT.id,
          client_secret: CLIENT.secret,
          redirect_uris: [this.#redirect],
          token_endpoint_auth_method: "client_secret_post",
        },
      ],
      jwks: { keys: this.#keys },
      cookies: { keys: ["a journey's own"] },
      pkce: { required: () => true },
      features: { devInteractions: { enabled: false } },
      conformIdTokenClaims: false,
      claims: { openid: ["sub"], profile: ["name"], email: ["email", "email_verified"] },
      findAccount: (_, id) => ({
        accountId: id,
        claims: () => ({ sub: id, name: `${id} <b>`, email: `${id}@maker.example`, email_verified: true }),
      }),
      interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
      // Whoever signs in agrees: consent is the provider's matter, not the journey's.
      async loadExistingGrant(context) {
        const { client, session } = context.oidc;
        const grant = new context.oidc.provider.Grant({ clientId: client.clientId, accountId: session.accountId });
        grant.addOIDCScope("openid email profile");
        await grant.save();
        return grant;
      },
    });
    this.provider = provider;
    return provider;
  }

  async #serve(request, response) {
    try {
      const address = new URL(request.url, this.url);
      if (this.tamper && address.pathname === "/auth") {
        // What somebody between browser and provider could change.
        this.tamper(address.searchParams);
        request.url = `${address.pathname}?${address.searchParams}`;
        this.tamper = undefined;
      }
      if (!address.pathname.startsWith("/interaction/")) return this.#answer(request, response);
      if (request.method === "GET") return this.#ask(response);
      const chunks = [];
      for await (const chunk of request) chunks.push(chunk);
      const accountId = new URLSearchParams(Buffer.concat(chunks).toString()).get("login");
      const result = accountId ? { login: { accountId } } : { error: "access_denied" };
      await this.provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
    } catch (error) {
      response.writeHead(500, { "content-type": "text/plain" }).end(String(error));
    }
  }

  #ask(response) {
    const page = `<!doctype html><html lang="en"><title>Who?</title><link rel="icon" href="data:,"><form method="post">
      <label>Login <input name="login"></label><button>Go on</button></form></html>`;
    response.writeHead(200, { "content-type": "text/html" }).end(page);
  }

  /** An identity token as a CI system gives its jobs, signed with the provider's key. */
  async workloadToken(claims, { kid } = {}) {
    const [key] = this.#keys;
    const token = new SignJWT(claims).setProtectedHeader({ alg: "RS256", kid: kid ?? key.kid });
    return await token.setIssuer(this.url).setIssuedAt().setExpirationTime("5m").sign(await importJWK(key, "RS256"));
  }

  /** Stops it. */
  async stop() {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, "close");
  }
}
