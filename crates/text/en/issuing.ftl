# Issuing an EU declaration of conformity: the act of two people, its grounds, its record, its pages.

issuing-act = Issue the EU declaration of conformity of { $product } { $release }

# --- what the paper says of itself ---
issuing-paper-issued = Issued on { $issued_on }, revision { $revision }
issuing-paper-waits = Not issued: waits for a second person
issuing-paper-waits-warning = This declaration was not issued. It waits for a second person, who reads it before they approve it; the day of issue is the day they do. Until then it must not be handed out.
issuing-paper-overtaken = This declaration no longer says what the dossier says. It is in force until another one is issued.
issuing-shows-issued = EU declaration of conformity, issued on { $on }, revision { $revision }
issuing-shows-overtaken = EU declaration of conformity, issued on { $on }, revision { $revision }; no longer agrees with the dossier
issuing-since = A declaration was issued since

# --- what forbids it ---
issuing-lacks = The dossier does not state `{ $path }`, which { $cites } asks for.
    .hint = State it in the dossier, hand it in, and propose again.
issuing-not-assessed-since = The release was not assessed since its dossier was changed, so nobody knows whether its gate is open.
    .hint = Propose: the release is then assessed first.
issuing-legal-review = The procedure rests on something a lawyer should look at first ({ $cites }): { $why }
    .hint = State in the proposal who reviewed it and how that came out.
issuing-signing = State { $field ->
    [name] the name of who signs
    [function] the function of who signs
   *[place] the place of issue
  }, in one line of at most { $most } bytes (Annex V, point 8).
issuing-review-long = What is said of the legal review may have at most { $most } bytes.
issuing-letters = The declaration holds letters its PDF cannot show: { $letters }. What is issued must say the same in every form.
    .hint = Write them otherwise in the dossier.
issuing-too-many = { $most } declarations were issued for this release; no further one is.
    .hint = Hand in a new release.

# --- what moved ---
issuing-moved-release = It is about another release: { $release }.
issuing-moved-dossier = The dossier moved since: it was { $was }… and is { $now }….
    .hint = Whoever signs must see what they sign. Propose anew.
issuing-moved-list = The component list moved since: it was { $was }… and is { $now }….
    .hint = Whoever signs must see what they sign. Propose anew.
issuing-moved-files = Files the dossier names moved since.
    .hint = Whoever signs must see what they sign. Propose anew.
issuing-moved-named-files = Files the dossier names moved since: { $paths }.
    .hint = Whoever signs must see what they sign. Propose anew.
issuing-file-of-then-gone = `{ $path }`, from which release { $version } was assessed, is no longer kept (SHA-256 { $digest }). No other file is taken in its place.
    .hint = Hand the same file in again, byte for byte: it is then found by its digest.
issuing-file-not-of-then = `{ $path }` is not among the files release { $version } was assessed from. The one handed in since is not taken in its place.
    .hint = If it belongs to this release, hand the release in again with its dossier and its files.
issuing-moved-words = What the declaration would say moved since, although the dossier did not: the law's verdict is another.
    .hint = Look at the declaration anew, and propose it again.

# --- whether an earlier legal review still counts ---
issuing-review-untold = What a legal review was of when it was stated is not kept, or none was asked for then.
    .hint = State in a new proposal who reviewed what is asked now, and how that came out.
issuing-review-asked = A lawyer is asked something else since: { $what }.
    .hint = State in a new proposal who reviewed what is asked now, and how that came out.
issuing-review-rests-on = What the legal review was of moved since: { $what }.
    .hint = State in a new proposal who reviewed what is asked now, and how that came out.
issuing-review-law = The legal review was of the state of the law of { $was }; in use is { $now }.
    .hint = State in a new proposal who reviewed it under the state of the law in use, and how that came out.
issuing-review-lapsed = The legal review stated for revision { $revision } ({ $on }) counts no more:
issuing-no-such = No revision { $revision } of this declaration was issued for { $release } in that form.

# --- routes ---
issuing-route-show = How a release's EU declaration of conformity stands
issuing-route-propose = Propose to issue a release's EU declaration of conformity; a second person approves
issuing-route-waiting = The declaration as it would be issued, for whoever is to approve it
issuing-route-issued = An issued declaration, byte for byte

# --- pages ---
issuing-here = Declaration of conformity
    .hint = The EU declaration of conformity is drawn up by the manufacturer under its sole responsibility (Article 28). One person proposes to issue it, a second one reads and approves it; what was issued is kept as it is.
issuing-title = Declaration of conformity: { $of }
issuing-stands-draft = Draft, not issued
issuing-stands-waits = Waits for a second person
issuing-stands-issued = Issued
issuing-stands-differs = No longer agrees with the dossier
issuing-just-proposed = Proposed. It is issued once a second person approves.
issuing-differs = The dossier now says otherwise
    .hint = The issued declaration stays as it is. Its points that would now say something else:
issuing-moved = What moved since it was issued
issuing-waiting = Waiting for a second person
issuing-read-it = The declaration as it will be issued, but for the day:
issuing-name = Name of who signs
issuing-function = Function
issuing-place = Place of issue
issuing-review = Legal review: by whom, and how it came out
issuing-because = Why it is issued now
issuing-issued = Issued declarations
issuing-none = None was issued.
issuing-in-force = In force
issuing-revision = Revision { $revision }, issued on { $on }
issuing-by-two = Proposed by { $proposed }, approved by { $approved } on { $at }
issuing-propose = Propose to issue it
    .hint = The release is assessed as of today first. A second person, who may approve, then reads the declaration and issues it. If the dossier, the component list or a file it names moves meanwhile, the proposal lapses.
issuing-propose-button = Propose
issuing-proposing = Assessing and proposing …
issuing-forbidden = { $count ->
    [one] One thing stands in the way:
   *[other] { $count } things stand in the way:
  }

# --- the command line ---
issuing-cli = Show how the EU declaration of conformity of a release stands, and save what was issued
issuing-cli-show = Show how it stands: issued by whom and when, what waits, what is in the way
issuing-cli-save = Save an issued declaration in all its forms, byte for byte
issuing-cli-product = the product's identification
issuing-cli-release = the release's version
issuing-cli-revision = which revision; without it, the one in force
issuing-cli-out = the folder the files go to
issuing-saved = Saved { $path } (revision { $revision })
issuing-none-to-save = No declaration was issued for { $release }.
    .hint = Issuing takes two people, on the page `Declaration of conformity` of the release.
