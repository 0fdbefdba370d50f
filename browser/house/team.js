// The people of the journeys and how they come to be there. Getting there is itself a journey (`first-start`), so
// here it is walked quickly: everything is watched but accessibility, which that journey judges.

import * as people from "../pages/people.js";
import * as products from "../pages/products.js";

/** The operator everybody works for: the maker of the example gateway. */
export const OPERATOR = { name: "Kvistmark Feltnet A/S", id: "kvistmark-feltnet-a-s" };

/** Who works there, with a password nobody would guess and the duties they have. */
export const TEAM = {
  anna: { account: "anna.lindqvist", name: "Anna Lindqvist", password: "violet-kettle-orbit-917", duties: ["administrator", "product-owner"] },
  ben: { account: "ben.okafor", name: "Ben Okafor", password: "marble-lantern-quilt-204", duties: ["security-response"] },
  cleo: { account: "cleo.marin", name: "Cleo Marin", password: "copper-thicket-novel-538", duties: ["approver"] },
  dora: { account: "dora.weiss", name: "Dora Weiss", password: "walnut-sextant-plume-661", duties: ["auditor"] },
};

/** Anna sets the installation up; each of the others named comes by her invitation. */
export async function assemble({ server, visitor }, ...names) {
  const anna = await visitor({ quick: true });
  await people.setUp(anna, await server.setupLink(), TEAM.anna, OPERATOR);
  const links = {};
  // All are invited before anybody comes: from the second pair of hands on, duties are given by two.
  for (const name of names) links[name] = await people.invite(anna, OPERATOR.id, TEAM[name]);
  for (const name of names) {
    const newcomer = await visitor({ quick: true });
    await people.accept(newcomer, links[name], TEAM[name]);
    await newcomer.close();
  }
  return anna;
}

/** The same, with the example gateway handed in. */
export async function assembleWithProduct(stage, ...names) {
  const anna = await assemble(stage, ...names);
  await products.openPortfolio(anna, OPERATOR.id);
  await products.addProduct(anna);
  const product = new URL(anna.page.url()).pathname.split("/").at(-1);
  return { anna, product };
}

/** Somebody of the team in front of a browser of their own, signed in. */
export async function at({ visitor }, name, options) {
  const somebody = await visitor(options);
  await people.signIn(somebody, TEAM[name]);
  return somebody;
}
