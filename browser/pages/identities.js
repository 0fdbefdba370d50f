// Providers of identities and trusted workloads: adding them, going to a provider and coming back.

import { say } from "../house/catalogue.js";

/** Adds a provider of identities; its secret is kept in a second step. */
export async function addProvider(visitor, { name, issuer, client, secret, because = "", status = 200 }) {
  const { language } = visitor;
  await visitor.go("/installation/identity-providers");
  await visitor.fill({
    [say(language, "identity-provider-name")]: name,
    [say(language, "identity-issuer")]: issuer,
    [say(language, "identity-client-id")]: client,
    [say(language, "identity-because")]: because,
  });
  await visitor.press(say(language, "identity-add-provider"), { status });
  if (secret === undefined) return;
  await visitor.fill({ [say(language, "identity-client-secret")]: secret });
  await visitor.press(say(language, "identity-keep-secret"));
}

/** Says at the provider who one is and comes back; `status` is what Proofmark must answer then. */
export async function vouchedFor(visitor, provider, leave, login, { status = 200 } = {}) {
  await leave();
  await visitor.page.waitForURL((address) => address.href.startsWith(`${provider.url}/interaction/`));
  await visitor.page.getByLabel("Login").fill(login);
  await visitor.through(() => visitor.page.getByRole("button", { name: "Go on" }).click(), { status });
}

/** Goes to the provider from the sign-in page. */
export function leaveBy(visitor, name) {
  return () => visitor.page.getByRole("link", { name: new RegExp(name) }).click();
}

/** Trusts a workload for an engineer's duties. */
export async function trustWorkload(visitor, operator, { name, issuer, conditions, because = "", status = 200 }) {
  const { language, page } = visitor;
  await visitor.go(`/o/${operator}/workloads`);
  await visitor.fill({
    [say(language, "identity-workload-name")]: name,
    [say(language, "identity-workload-issuer")]: issuer,
    [say(language, "identity-conditions")]: conditions,
    [say(language, "identity-because")]: because,
  });
  await page.locator("input[name=duty][value=engineer]").check();
  await visitor.press(say(language, "identity-trust"), { status });
}
