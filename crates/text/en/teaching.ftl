# What teaches the law: explanations, quiz, maturity.

# --- quiz ---
teaching-quiz-statement = True or false? "{ $statement }"
teaching-quiz-true = true
teaching-quiz-false = false
teaching-quiz-who = Who owes this? "{ $asks }"
teaching-quiz-when = From which day does the law ask this of anyone? "{ $asks }"
teaching-quiz-where = Where does this stand? "{ $asks }"
teaching-quiz-shown = Which of these helps to show this? "{ $asks }"
teaching-quiz-class = Which class has a product whose core functionality is: { $title }?
teaching-quiz-because = Owed by the { $role } from { $from }: { $asks }

# --- maturity ---
teaching-area-scope = Scope, role and class
teaching-area-risk = Risk assessment
teaching-area-properties = Product properties (Annex I Part I)
teaching-area-vulnerabilities = Vulnerability handling
teaching-area-reporting = Readiness to report
teaching-area-documents = Documents and declaration
teaching-area-support = Support and updates
teaching-rhythm-release = Per release
teaching-rhythm-weekly = Weekly
teaching-rhythm-monthly = Monthly
teaching-rhythm-yearly = Yearly
teaching-rhythm-event = On event
teaching-waits-for = not stated: { $missing }
teaching-decided = decided
teaching-first-reporting = Get ready to report: the duty of Article 14 binds already, whatever else does.
teaching-maturity-title = First look: three steps
teaching-maturity-lead = Where the product stands, what comes first, and how to keep it that way. The counts rest on what the dossier declares and what lies beside it; they measure evidence, not quality.
teaching-stands = Where you stand
teaching-stands-lead = Each area with the obligations that apply to this product and operator.
teaching-first = What first
teaching-first-lead = What binds already comes before what is late, that before what keeps the release from the market, and the rest by its legal day; on one day, what others rest on first, then what closes more obligations.
teaching-first-nothing = Nothing: no step is open.
teaching-first-by = By { $by }.
teaching-first-more = { $count ->
        [one] One more step is in the readiness of the assessment.
       *[other] { $count } more steps are in the readiness of the assessment.
    }
teaching-embed = How to embed it
teaching-embed-lead = Recurring work that keeps what was reached. How often is a suggestion; that it is done is the law's.
teaching-embed-nothing = Nothing recurs: the Regulation asks nothing of this product and operator.
teaching-column-area = Area
teaching-column-stands = Stands
teaching-column-missing = What is missing first
teaching-counts = { $met } of { $all } met
teaching-counts-late = { $met } of { $all } met, { $late } late
teaching-nothing-asked = nothing is asked
teaching-urgency-binds = Binds already:
teaching-urgency-late = Late:
teaching-urgency-blocks = Blocks the release:
teaching-urgency-due = Next:
teaching-serves = serves { $ids }
teaching-nothing-kept = Only read: nothing was kept, and no line of the ledger was written.

# --- explain ---
teaching-cli-explain = explain something of the law: an id, an article, an annex point, a role, a procedure, a key of the dossier, a vulnerability
teaching-cli-explain-what = what to explain: `I.2.c`, `13(8)`, `Annex II point 8`, `module H`, `importer`, `ERR-08`, `support_period.ends_on`, `CVE-2021-44228`
teaching-cli-explain-dir = a directory with a dossier: say where it applies to that product
teaching-cli-quiz = learn the law by questions, each answered with its citation
teaching-cli-quiz-count = how many questions
teaching-cli-quiz-seed = draw the same questions again; a quiz names its seed at its end
teaching-cli-maturity = say where a product stands, what comes first and what recurs
teaching-cli-maturity-out = write the report as maturity.html, maturity.pdf and maturity.json into this directory
teaching-not-known = nothing goes by the name `{ $asked }`
    .hint = ask for an id, an article as `13(8)`, an annex point as `Annex II point 8`, a role, a procedure or a key of the dossier
teaching-not-known-near = nothing goes by the name `{ $asked }`; near to it are `{ $near }`
    .hint = ask for an id, an article as `13(8)`, an annex point as `Annex II point 8`, a role, a procedure or a key of the dossier
teaching-says-examples = Named examples: { $names }.
teaching-says-draft = Known from a draft only: { $parts }.
teaching-says-body = The notified body: { $duty }
teaching-says-documents = Afterwards there are: { $names }.
teaching-says-claim = Often said, and wrong: { $claim }
teaching-says-mistake = a popular mistake
teaching-says-procedure = conformity assessment procedure { $name }
teaching-says-row = A row of section { $section } of the reference, verified { $codes }.
teaching-key = a key of the dossier
teaching-key-takes = It holds { $takes }.
teaching-key-example = Example: { $example }
teaching-key-below = Keys in it: { $names }.
teaching-found-several = { $count } entries:
teaching-owed-by = Owed by: { $role }
teaching-from = From: { $from }
teaching-shown-by = Shown by { $name }: { $add }
teaching-cites = Stands in: { $cites }
teaching-verified = Row { $rows } of the reference, verified { $codes }
teaching-legal-review = Legal review: { $why }
teaching-see-also = See also: { $ids }
teaching-here = In { $product }
teaching-here-nothing = No answer on this product rests on it.
teaching-here-category = The core functionality is declared to fall under it.
teaching-here-other-category = The core functionality is declared to fall under `{ $category }`, not under this one.
teaching-here-no-category = The core functionality is declared to fall under no category.
teaching-here-class-open = The class is not decided yet.
teaching-here-route-open = This procedure is open.
teaching-here-route-would-open = This procedure is closed, and there is something that would open it.
teaching-here-route-closed = This procedure is closed.
teaching-here-route-none = No procedure is to be chosen for this product by this operator.
teaching-here-role = That is the declaring operator's role for this product.
teaching-here-other-role = The declaring operator is its { $role }.
teaching-here-no-role = The declaring operator has no role for this product.
teaching-here-role-open = The declaring operator's role is not decided yet.
teaching-here-stated = The dossier states: { $value }
teaching-here-not-stated = The dossier does not state it.
teaching-standing-met = Met.
teaching-standing-open = Open, due { $due }.
teaching-standing-late = Late since { $since }.
teaching-standing-not-applicable = Does not apply: { $because }

# --- the quiz at the door ---
teaching-quiz-number = Question { $number } of { $count }
teaching-quiz-choose = Answer with a number; `skip` shows the answer, `stop` leaves.
teaching-quiz-not-a-choice = `{ $typed }` is none of the numbers.
teaching-quiz-right = Right.
teaching-quiz-wrong = Not right. The answer is: { $answer }
teaching-quiz-skipped = The answer is: { $answer }
teaching-quiz-score = { $right } of { $asked } right. The same questions again: `proofmark quiz --count { $count } --seed { $seed }`
teaching-says-class = The class decides the conformity assessment procedure and nothing else: every other duty is the same.
teaching-says-kind = Class { $class }; category { $category }. What counts is the core functionality, not the name.
teaching-conditional = Placed on the market before 2027-12-11: apart from reporting under Article 14, none of this binds unless the product is substantially modified (Article 69(2)); it is shown as it would stand then.
