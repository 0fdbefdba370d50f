// The portfolio, a product and its releases.

import { say } from "../house/catalogue.js";
import { dossierOf, fileOf } from "../house/material.js";

/** The example most journeys work with: a gateway whose gate is closed. */
export const GATEWAY = { example: "edge-gateway", sbom: "sbom.cdx.json" };

/** Goes to an operator's portfolio. */
export async function openPortfolio(visitor, operator) {
  await visitor.go(`/o/${operator}`);
}

/** Hands in an example's dossier with all its files, from the portfolio; the product's page follows. */
export async function addProduct(visitor, { example } = GATEWAY) {
  const { page, language } = visitor;
  const add = page.locator("summary", { hasText: say(language, "web-add-product") });
  if (await add.count()) await add.click();
  await visitor.field(say(language, "web-upload-files")).setInputFiles(dossierOf(example));
  await visitor.press(say(language, "web-upload"));
}

/** Hands in a release's component list from the product's page. */
export async function handIn(visitor, { release, sbom, vex }) {
  const { page, language } = visitor;
  await page.locator("summary", { hasText: say(language, "web-hand-in") }).click();
  await visitor.field(say(language, "web-hand-in-release")).fill(release);
  await visitor.field(say(language, "web-hand-in-sbom")).setInputFiles(sbom);
  if (vex) await visitor.field(say(language, "web-hand-in-vex")).setInputFiles(vex);
  await visitor.press(say(language, "web-upload"), { within: page.locator("details[open]") });
}

/** The example's component list as a file of a form. */
export function componentList({ example, sbom } = GATEWAY) {
  return { name: sbom, mimeType: "application/json", buffer: fileOf(example, sbom) };
}

/** What the maker of the gateway brings up to date: everything that keeps its gate closed but gRPC. */
const MENDED = {
  "github.com/golang-jwt/jwt/v5": ["v5.2.1", "v5.2.2"],
  "github.com/miekg/dns": ["(devel)", "v1.1.68"],
  "openssh-server": ["1:9.2p1-2+deb12u3", "1:9.2p1-2+deb12u5"],
  "openssh-client": ["1:9.2p1-2+deb12u3", "1:9.2p1-2+deb12u5"],
  "openssh-sftp-server": ["1:9.2p1-2+deb12u3", "1:9.2p1-2+deb12u5"],
};

/** The component list of the next release: what is mended in its new version, and the modem left out. */
export function mendedList() {
  const list = JSON.parse(fileOf(GATEWAY.example, GATEWAY.sbom).toString());
  const gone = list.components.find((component) => component.name === "lte-modem-firmware")["bom-ref"];
  list.components = list.components.filter((component) => component["bom-ref"] !== gone);
  list.dependencies = list.dependencies
    .filter((dependency) => dependency.ref !== gone)
    .map((dependency) => ({ ...dependency, dependsOn: dependency.dependsOn?.filter((ref) => ref !== gone) }));
  for (const component of list.components) {
    const [from, to] = MENDED[component.name] ?? [];
    if (!from) continue;
    component.version = to;
    component.purl = component.purl.replace(written(from), written(to));
  }
  return { name: GATEWAY.sbom, mimeType: "application/json", buffer: Buffer.from(JSON.stringify(list)) };
}

/** A version as a package URL writes it. */
function written(version) {
  return encodeURIComponent(version).replaceAll("%3A", ":").replaceAll("(", "%28").replaceAll(")", "%29");
}
