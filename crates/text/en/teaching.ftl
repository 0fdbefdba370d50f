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
teaching-first-gate = { $count ->
        [one] Clear what closes the release gate: one obstacle.
       *[other] Clear what closes the release gate: { $count } obstacles.
    }
