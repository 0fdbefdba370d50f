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
issuing-moved-words = What the declaration would say moved since, although the dossier did not: the law's verdict is another.
    .hint = Look at the declaration anew, and propose it again.
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
