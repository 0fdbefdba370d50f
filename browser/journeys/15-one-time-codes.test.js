// A second factor: codes from a telephone, and what helps when it is lost.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { say } from "../house/catalogue.js";
import { journey } from "../house/journey.js";
import { code } from "../house/one_time_code.js";
import { assemble, at, TEAM } from "../house/team.js";
import * as people from "../pages/people.js";

journey("one-time codes: enrolled, asked for, and a recovery code once", async (stage) => {
  const setting = await assemble(stage);
  await setting.close();
  const anna = await at(stage, "anna");
  await anna.go("/account");
  await anna.press(say("en", "web-codes-enrol"));
  const secret = await anna.page.locator("code.secret").innerText();
  await anna.fill({ [say("en", "web-sign-in-code")]: code(secret) });
  await anna.press(say("en", "web-keep"));
  await anna.reads(say("en", "web-codes-enrolled"));
  const recovery = (await anna.page.locator("#recovery").innerText()).trim().split("\n");
  assert.equal(recovery.length, 10);

  await people.signOut(anna);
  await halfway(anna);
  await give(anna, "000000", 401);
  await anna.reads(/code/i);
  // The code that enrolled it is used up; the next step's is not.
  await give(anna, code(secret, 1), 200);
  assert.doesNotMatch(anna.page.url(), /\/sign-in/);

  await people.signOut(anna);
  await halfway(anna);
  await give(anna, recovery[0], 200);
  assert.doesNotMatch(anna.page.url(), /\/sign-in/);
  await people.signOut(anna);
  await halfway(anna);
  await give(anna, recovery[0], 401);

  const folder = join(stage.server.home, "export");
  const written = await stage.server.run("export", folder);
  assert.equal(written.code, 0, written.err);
  const records = readFileSync(join(folder, "records.jsonl"), "utf8");
  assert.ok(records.includes("sealed-1:") && !records.includes(secret), "the export holds the secret sealed");
  assert.ok(!stage.server.said.includes(secret), "the secret is in nothing the program writes");
});

async function halfway(visitor) {
  await visitor.go("/sign-in");
  await visitor.fill({
    [say("en", "web-sign-in-name")]: TEAM.anna.account,
    [say("en", "web-sign-in-password")]: TEAM.anna.password,
  });
  await visitor.press(say("en", "web-sign-in"));
  await visitor.reads(say("en", "web-sign-in-second"));
}

async function give(visitor, given, status) {
  await visitor.fill({ [say("en", "web-sign-in-code")]: given });
  await visitor.press(say("en", "web-sign-in"), { status });
}
