// Signing in with a provider of identities, and a pipeline that shows the identity its system gave it.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { leftovers, say, textsOf } from "../house/catalogue.js";
import { journey } from "../house/journey.js";
import { fileOf } from "../house/material.js";
import { CLIENT, Provider } from "../house/provider.js";
import { submit } from "../house/recipe.js";
import { assemble, assembleWithProduct, at, OPERATOR, TEAM } from "../house/team.js";
import * as identities from "../pages/identities.js";
import * as people from "../pages/people.js";
import * as proposals from "../pages/proposals.js";

/** The server may reach this machine: the provider is here. */
const LOOPBACK = { serve: { words: ["--allow-network", "127.0.0.0/8"] } };

/** What the provider's link on the sign-in page says. */
const WITH = "Maker ID";

journey(
  "a provider of identities: linked, signed in with, and everything that must not let anybody in",
  async (stage) => {
    const { server } = stage;
    const provider = await Provider.start(server);
    try {
      const others = [provider.url];
      const setting = await assemble(stage);
      await setting.close();
      const anna = await stage.visitor({ others });
      await people.signIn(anna, TEAM.anna);
      await identities.addProvider(anna, { name: WITH, issuer: provider.url, client: CLIENT.id, secret: CLIENT.secret });
      await anna.reads(provider.url);
      await anna.readsNot(CLIENT.secret);

      // Whoever the provider knows is nobody here until somebody here says so.
      const stranger = await stage.visitor({ others });
      await stranger.go("/sign-in");
      await identities.vouchedFor(stranger, provider, identities.leaveBy(stranger, WITH), "anna-at-id", { status: 401 });
      await stranger.reads(/nobody here is known by this identity/i);

      // Anna links hers, signs out, and comes back with it.
      await anna.go("/account/identities");
      await anna.press(`Link an identity at ${WITH}`);
      await anna.reads(/You go to/);
      await identities.vouchedFor(anna, provider, identities.leaveBy(anna, WITH), "anna-at-id");
      await anna.reads("anna-at-id");
      await people.signOut(anna);
      await anna.go(`/sign-in?next=/o/${OPERATOR.id}/people`);
      await anna.through(identities.leaveBy(anna, WITH));
      assert.equal(new URL(anna.page.url()).pathname, `/o/${OPERATOR.id}/people`, "she is led where she wanted to go");
      await anna.reads(TEAM.anna.account);

      // A state of somebody else's making, and one that was used up.
      await stranger.go("/sign-in/back?code=c0de&state=guessed", { status: 401 });
      await stranger.reads(/not begun in this browser/i);

      // An answer to another request than ours: the nonce is not the one we sent.
      await stranger.go("/sign-in");
      provider.tamper = (query) => query.set("nonce", "another");
      await stranger.through(identities.leaveBy(stranger, WITH), { status: 401 });
      await stranger.reads(/answers another sign-in/i);

      // Somebody who changes their mind there.
      const undecided = await stage.visitor({ others });
      await undecided.go("/sign-in");
      await identities.vouchedFor(undecided, provider, identities.leaveBy(undecided, WITH), "", { status: 401 });
      await undecided.reads("access_denied");

      // The provider's key is another one meanwhile, and the old one is gone.
      await provider.rotate("two");
      const later = await stage.visitor({ others });
      await later.go("/sign-in");
      await identities.vouchedFor(later, provider, identities.leaveBy(later, WITH), "anna-at-id");
      assert.doesNotMatch(later.page.url(), /\/sign-in/);
      await later.go("/account");
      await later.reads(TEAM.anna.account);

      // Invited with a link and accepted with an identity: no password is ever chosen.
      const link = await people.invite(anna, OPERATOR.id, TEAM.dora);
      const dora = await stage.visitor({ others });
      await dora.go(new URL(link).pathname);
      await identities.vouchedFor(dora, provider, identities.leaveBy(dora, WITH), "dora-at-id");
      await dora.go("/account");
      await dora.reads(TEAM.dora.account);
      await dora.go("/account/identities");
      await dora.press(say("en", "web-remove"), { status: 403 });
      await dora.reads(/only way in/i);

      // Out with it: nobody comes from there any more.
      await anna.go("/installation/identity-providers");
      await anna.press(`Take nobody from ${WITH} any more`);
      await later.context.clearCookies();
      await later.go("/sign-in");
      await later.readsNot(WITH);
      assert.ok(!server.said.includes(CLIENT.secret), "the client's secret is in nothing the program writes");
    } finally {
      await provider.stop();
    }
  },
  LOOPBACK,
);

journey("a provider on a private network is refused where nobody allowed it", async (stage) => {
  const provider = await Provider.start(stage.server);
  try {
    const anna = await assemble(stage);
    await identities.addProvider(anna, { name: WITH, issuer: provider.url, client: CLIENT.id, status: 422 });
    await anna.reads(/may not be reached: it is this machine itself/);
    const trust = { name: "CI", issuer: provider.url, conditions: "repository = maker/gateway", status: 422 };
    await identities.trustWorkload(anna, OPERATOR.id, trust);
    await anna.reads(/may not be reached/);
  } finally {
    await provider.stop();
  }
});

journey("the pages of coming in, in German and on a telephone", async (stage) => {
  const setting = await assemble(stage);
  await setting.close();
  const anna = await at(stage, "anna", { language: "de", width: 320 });
  const found = [];
  for (const place of ["/account/identities", "/installation/identity-providers", `/o/${OPERATOR.id}/workloads`]) {
    await anna.go(place);
    found.push(...leftovers(await textsOf(anna.page)));
  }
  assert.deepEqual(found, []);
});

journey(
  "a pipeline without a stored secret: its system's identity token, trusted by two",
  async (stage) => {
    const { server } = stage;
    const provider = await Provider.start(server);
    const folder = mkdtempSync(join(tmpdir(), "proofmark-workload-"));
    writeFileSync(join(folder, "sbom.cdx.json"), fileOf("edge-gateway", "sbom.cdx.json"));
    try {
      const { anna, product } = await assembleWithProduct(stage, "cleo");
      await identities.trustWorkload(anna, OPERATOR.id, {
        name: "Gateway CI",
        issuer: provider.url,
        conditions: "repository = maker/gateway\nref = refs/tags/v*",
        because: "Releases come from tags.",
      });
      await anna.reads(say("en", "identity-proposed"));
      const claims = { sub: "repo:maker/gateway:ref:refs/tags/v2", repository: "maker/gateway", ref: "refs/tags/v2" };
      const token = (more = {}) => provider.workloadToken({ ...claims, aud: server.url, ...more });
      const order = { url: server.url, operator: OPERATOR.id, product, release: "2.0.0-rc4", sbom: "sbom.cdx.json" };
      const hand = async (token) => await submit({ ...order, environment: { PROOFMARK_ID_TOKEN: token } }, folder);
      assert.equal((await hand(await token())).code, 3, "it waits for a second person");

      const cleo = await stage.visitor();
      await people.signIn(cleo, TEAM.cleo);
      await proposals.open(cleo, OPERATOR.id);
      await cleo.reads("maker/gateway");
      await cleo.press(say("en", "web-approve"));
      await cleo.go(`/o/${OPERATOR.id}/workloads`);
      await cleo.reads(say("en", "identity-trusted"));

      const done = await hand(await token());
      assert.equal(done.code, 1, done.err);
      assert.match(done.out, /^gate: closed\nevidence: [0-9a-f]{64}\n$/);
      await provider.rotate("two");
      assert.equal((await hand(await token())).code, 1, "with the provider's new key too");
      for (const [wrong, more] of [
        [/is not for/, { aud: "https://elsewhere.example" }],
        [/does not meet the condition/, { ref: "refs/heads/main" }],
        [/does not meet the condition/, { repository: "maker/gateway2" }],
      ]) {
        const refused = await hand(await token(more));
        assert.equal(refused.code, 3, refused.err);
        assert.match(refused.err.replaceAll(/[\u2068\u2069]/g, ""), wrong);
      }
      await anna.go(`/o/${OPERATOR.id}/ledger`);
      await anna.reads("workload:gateway-ci");
      await anna.go(`/o/${OPERATOR.id}/workloads`);
      await anna.press(say("en", "identity-revoke"));
      assert.equal((await hand(await token())).code, 3, "no longer");
      const sent = await token();
      assert.ok(!server.said.includes(sent.split(".")[2]), "no token is in what the program writes");
    } finally {
      rmSync(folder, { recursive: true });
      await provider.stop();
    }
  },
  LOOPBACK,
);
