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
