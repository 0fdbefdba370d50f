# What teaches the law: explanations, quiz, maturity.
