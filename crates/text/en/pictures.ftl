## What the pages of releases, components, findings and dossiers say. A key begins with `pictures-`.

# Refusals
pictures-list-unreadable = the kept component list `{ $name }` cannot be read any more
    .hint = `proofmark ledger verify` says whether it is as it was handed in
pictures-assessment-unreadable = the kept assessment `{ $digest }` cannot be read
    .hint = `proofmark ledger verify` says whether it is as it was kept; assessing again makes a new one
pictures-same-release = `{ $release }` cannot be laid beside itself
    .hint = name another release with `since`
pictures-no-list = the release came without a component list
pictures-first-release = There is no release before this one
    .hint = As soon as another release is handed in, this page says what changed between them: components, findings, gate and dossier.

# What each route does
pictures-route-dossier = Shows a product's dossier in words beside its file.
pictures-route-components = Shows a release's components as a tree, and searches them.
pictures-route-component = Shows a component of a release and the paths that lead to it.
pictures-route-changes = Says what changed from an earlier release to this one.
pictures-route-finding = Shows a finding: why it is there, what was decided, what it does to the gate.

# A release
pictures-views = This release
pictures-view-standing = Standing
pictures-view-changes = What changed
pictures-see-tree = See the whole component list as a tree, or search it
pictures-shipped = What is shipped
pictures-nothing-shipped = Nobody said what is shipped as this release.
    .hint = Name the files with their digests under `release.artefacts` in the dossier: then everybody can tell whether what they have is what was assessed.

# Components
pictures-search-list = Search this component list
    .hint = Words in name, version, package URL, licence or supplier; all of them must be there.
pictures-back-to-tree = Back to the tree
pictures-tree = From the product down
pictures-tree-hint = What a component pulls in stands below it. A component that several pull in is unfolded once, nearest to the top.
pictures-loose = Not connected to the product
    .hint = The component list names these, but does not say what pulls them in. Many tools leave that out: have yours write dependencies, or name them by hand.
pictures-no-subject = Components
    .hint = The component list does not say which of its components is the product, so these are what nothing else pulls in.
pictures-below = Below { $name }
pictures-nothing-below = It pulls in nothing.
pictures-more-below = { $count ->
    [one] one more below { $name }
   *[other] { $count } more below { $name }
}
pictures-shown-elsewhere = unfolded elsewhere
pictures-circle = pulls in what pulls it in
pictures-own = own
pictures-findings-here = { $count ->
    [one] one open finding
   *[other] { $count } open findings
}
pictures-found = { $count ->
    [one] One component found
   *[other] { $count } components found
}
pictures-not-attached = The component list does not say how it came into the product.
pictures-no-components = No component yet
    .hint = Hand in a component list (CycloneDX, SPDX or a lockfile) with the release. This page then shows what the product is made of, and what pulled each part in.
pictures-unchecked = Nothing can be said about this component
    .hint = No source of vulnerability data speaks about it. Check it by other means and declare that under `checked_otherwise` in the dossier.
pictures-purl = Package URL
pictures-cpe = CPE
pictures-supplier = Supplier
pictures-reference = Called in the list
pictures-hashes = Hashes
pictures-not-stated = not stated
pictures-none = None.
pictures-neighbours = Around it
pictures-pulled-in-by = Pulled in by
pictures-pulls-in = Pulls in
pictures-tree-below = Tree below it
pictures-no-finding-here = Nothing was found in it.
pictures-paths-alternative = { $count ->
    [one] A picture of the path from the product to the component.
   *[other] A picture of { $count } paths from the product to the component.
}
pictures-paths-in-words = The paths in words, the shortest first
pictures-more-paths = There are more paths than are shown.
pictures-kind-application = Application
pictures-kind-framework = Framework
pictures-kind-library = Library
pictures-kind-container = Container
pictures-kind-platform = Platform
pictures-kind-operating-system = Operating system
pictures-kind-device = Device
pictures-kind-device-driver = Device driver
pictures-kind-firmware = Firmware
pictures-kind-file = File
pictures-kind-model = Machine-learning model
pictures-kind-data = Data
pictures-kind-cryptographic-asset = Cryptographic asset

# What changed
pictures-since = What changed since { $since }
pictures-since-order = Releases follow each other in the order in which they were first handed in and assessed; unless you choose another, this one is laid beside the one before it.
pictures-since-choose = Since release
pictures-compare = Compare
pictures-see-release = See release { $release }
pictures-as-known-today = Both as they are known today: what was published meanwhile about the earlier release counts for it too.
pictures-appeared = findings appeared
pictures-disappeared = findings gone
pictures-decided = findings decided
pictures-stayed = { $count ->
    [0] none stayed as it was
    [one] one stayed as it was
   *[other] { $count } stayed as they were
}
pictures-added = components added
pictures-removed = components removed
pictures-moved = in other versions
pictures-upgraded = components in a newer version
pictures-downgraded = components in an older version
pictures-nearer-or-farther = components nearer to the product, or farther from it
pictures-relicensed = components under another licence
pictures-resupplied = components from another supplier
pictures-otherwise = components in other versions
    .hint = They stand beside the versions there were, or their ecosystem has no order that says which is newer.
pictures-direct = named by the product
pictures-gone-component = The component is no longer in the release.
pictures-gone-version = The component is there in a version that is not affected.
pictures-gone-not-listed = No source lists it for this version any more.
pictures-nothing-changed = Nothing changed.
pictures-no-list-to-compare = One of the two releases came without a component list, so there is nothing to compare.
pictures-dossier = Dossier
pictures-dossier-keys = What the dossier says otherwise
pictures-keys-differ = { $count ->
    [one] One key says something else.
   *[other] { $count } keys say something else.
}

# A finding
pictures-facts = What is known
pictures-in-the-way = It keeps the gate closed
pictures-not-in-the-way = It does not stand in the way of the gate
pictures-closed-since = No longer found since { $at }: { $because }
pictures-closed-component-gone = the component, in this version, is no longer in the release
pictures-closed-not-listed = no source lists it for this version any more; the advisory was corrected or withdrawn
pictures-closed-withdrawn = the advisory was withdrawn
pictures-epss-means = The probability that somebody exploits it somewhere within thirty days.
pictures-exploited-means = That says nothing about whether anybody exploits it in this product.
pictures-fixed-in = Fixed in
pictures-no-fix = no fixed version is known
pictures-first-found = First found
pictures-was-open = before that, open from { $from } to { $to }: { $because }
pictures-aliases = Other names
pictures-see-component = See the component
pictures-listed-often = It stands { $count } times in the component list; these are the paths to the first.
pictures-component-not-listed = The component is not in the list that counts now.
pictures-why = Why it is here
pictures-why-hint = Each advisory below says that this version of the component is affected.
pictures-why-gone = No advisory matches it now.
pictures-advisory = Advisory
pictures-affected-versions = Affected versions
pictures-matched-by = Matched by
pictures-by-range = package, and a version in this range
pictures-by-version = package, and this version by name
pictures-withdrawn = withdrawn
pictures-withdrawn-means = Its source withdrew this advisory: alone, it makes no finding
pictures-advisory-text = The text of { $id }
pictures-published = published
pictures-modified = changed
pictures-decisions = Decisions
pictures-holds-now = Holds now
pictures-expired = expired
pictures-no-decisions = Nobody has decided anything about it in this installation yet.
pictures-ledger-line = line { $line } of the ledger
pictures-step-decided = Decided
pictures-step-withdrawn = Decision withdrawn
pictures-step-proposed = Proposed, for a second person to approve
pictures-step-approved = Approved
pictures-step-refused = Refused
pictures-step-taken-back = Proposal taken back
pictures-step-handed-in = Handed in as a statement

# The list of findings
pictures-filter-words = Component or CVE
pictures-filter-fixable = Fix
pictures-filter-age = Age
pictures-filter-none = Clear
pictures-fixable = a fixed version is known
pictures-not-fixable = no fixed version known
pictures-older-week = older than a week
pictures-older-month = older than a month
pictures-older-quarter = older than three months
pictures-older-year = older than a year
pictures-because-alone = Reasoning for this one alone
pictures-decide-hint = The decision holds for every release with the same component version.
pictures-keys = Keys
pictures-keys-on = Keys do this
pictures-key-down = next finding
pictures-key-up = finding before
pictures-key-open = open the finding
pictures-key-why = why it is here
pictures-key-search = search
pictures-key-help = show these keys
pictures-key-choose = choose it, or not
pictures-key-all = choose all on this page, or none
pictures-key-decide = on to the decision

# A product
pictures-roles = Who stands behind it
pictures-representative = Authorised representative
pictures-no-representative = None is declared. A manufacturer may mandate one in writing.
pictures-contact = How it is reached
pictures-name = Name
pictures-trademark = Trademark
pictures-address = Postal address
pictures-established-in = Established in
pictures-website = Website
pictures-for-other-products = For other products
pictures-mandate = Mandate
pictures-single-point = Single point of contact
pictures-vulnerability-reports = Vulnerability reports to
pictures-disclosure-policy = Disclosure policy
pictures-advisories-at = Security advisories at
pictures-timeline-alternative = { $count ->
    [one] One day on a line, with today, { $today }; it stands in words below.
   *[other] { $count } days on a line, with today, { $today }, between them; each stands in words below.
}
pictures-dossier-lead = What its makers declare, in words and as the file they keep. Each key leads to its line.
pictures-in-words = In words
pictures-no-dossier = No dossier is kept
    .hint = Hand in `proofmark.toml`: it says what the product is, what it is for and who makes it.
