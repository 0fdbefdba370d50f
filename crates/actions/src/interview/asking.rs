//! Asking: the next question, taking an answer, and what is left open at the end.

use jiff::civil::Date;
use proofmark_facts::{Dossier, Read};
use proofmark_formats::{
    Answer, Answers, DossierKey, Takes, dossier_key, filled, judge_answer, judge_yes_or_no, read_dossier,
};
use proofmark_law::{StateOfTheLaw, Verdict, assess, categories, category, nearest_category};
use proofmark_text::{RegisterSentence, Text, is_typed, text};
use schemars::JsonSchema;
use serde::Serialize;

use super::missing_facts::missing_facts;
use super::question::{Question, Shape, When};
use super::questions::{question_for, questions};
use super::situation::Situation;

const CATEGORY: &str = "product.core_functionality.category";
const SERVICES: &str = "remote_services";
const SERVICE_NAME: &str = "remote_services[].name";

/// An interview about one product: the answers so far, held against the law of one day.
#[derive(Debug, Clone)]
pub struct Interview<'s> {
    answers: Answers,
    state: &'s StateOfTheLaw,
    day: Date,
}

/// A question as it is put.
#[derive(Debug, Clone, PartialEq)]
pub struct Asked {
    /// Where the answer goes, as `remote_services[0].name`.
    pub path: String,
    /// The question.
    pub asks: Text,
    /// What the Regulation means by it.
    pub notion: String,
    /// The law behind the notion, as it is cited.
    pub cites: String,
    /// An example of an answer.
    pub example: String,
    /// What may be answered, in words.
    pub takes: Takes,
    /// What can be chosen; empty: the answer is free.
    pub choices: Vec<Choice>,
    /// Whether `none` is an answer.
    pub or_none: bool,
    /// Whether no dossier can be written without it.
    pub required: bool,
    /// What the reference says of the key.
    pub note: &'static str,
    shape: Shape,
}

/// Something that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// The word that is written.
    pub word: &'static str,
    /// What it stands for, where the word alone does not say.
    pub means: Option<RegisterSentence>,
}

/// A question nobody has answered yet.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct OpenQuestion {
    /// The key.
    pub key: String,
    /// The question.
    pub asks: Text,
}

impl<'s> Interview<'s> {
    /// Begins with what was answered before; with nothing, from the start.
    pub fn new(answers: Answers, state: &'s StateOfTheLaw, day: Date) -> Self {
        Self { answers, state, day }
    }

    /// The answers so far.
    pub fn answers(&self) -> &Answers {
        &self.answers
    }

    /// The dossier so far; `None` while it lacks what no dossier can do without.
    pub fn dossier(&self) -> Option<Dossier> {
        let file = self.answers.suffice().then(|| filled(&self.answers))?;
        let Read { value, .. } = read_dossier(file.as_bytes());
        value.map(|read| read.dossier)
    }

    /// What the law says of the dossier so far.
    pub fn verdict(&self) -> Option<Verdict> {
        self.dossier().map(|dossier| assess(&dossier, self.state, self.day))
    }

    /// The dossier's file, commented, with everything that was answered.
    pub fn file(&self) -> String {
        filled(&self.answers)
    }

    /// The next question; `None`: nothing is left that has not been asked.
    pub fn next_question(&self) -> Option<Asked> {
        let unasked = |key: &str| self.answers.get(key).is_none();
        let mut begin = questions().filter(|question| matches!(question.when, When::Begin));
        if let Some(question) = begin.find(|question| unasked(question.key)) {
            return put(question, question.key.to_owned());
        }
        let dossier = self.dossier()?;
        let verdict = assess(&dossier, self.state, self.day);
        let missing = missing_facts(&verdict, dossier.free_software.is_some());
        let now = Situation { dossier: &dossier, verdict: &verdict, answers: &self.answers };
        let due = questions().find_map(|question| self.due(question, &missing, &now));
        due.or_else(|| self.unregistered(&missing))
    }

    /// Takes what a person typed as the answer.
    pub fn answer(&mut self, asked: &Asked, typed: &str) -> Result<(), Text> {
        let typed = typed.trim();
        let answer = match asked.shape {
            Shape::Gate => {
                if judge_yes_or_no(typed)? {
                    Answer::Table
                } else {
                    Answer::Nothing
                }
            }
            Shape::OrNone if is_none(typed) => Answer::Nothing,
            _ if asked.path == CATEGORY => Answer::Value(chosen_category(typed)?),
            _ => Answer::Value(judge_answer(&asked.path, typed)?),
        };
        self.keep(asked, answer);
        Ok(())
    }

    /// Notes that the asked person does not know.
    pub fn leave_open(&mut self, asked: &Asked) {
        self.keep(asked, Answer::Unknown);
    }

    /// Forgets the answer to a question, so that it is asked again.
    pub fn take_back(&mut self, asked: &Asked) {
        self.answers.remove(&asked.path);
        if asked.path.starts_with(SERVICES) {
            self.answers.remove(SERVICES);
        }
    }

    /// Everything that was asked or is still to be asked and is not known, in the order of asking.
    pub fn open(&self) -> Vec<OpenQuestion> {
        let mut ahead = self.clone();
        while let Some(asked) = ahead.next_question() {
            ahead.leave_open(&asked);
        }
        let unknown = ahead.answers.in_order().into_iter().filter(|(_, answer)| **answer == Answer::Unknown);
        unknown.filter_map(|(path, _)| open_question(path)).collect()
    }

    fn keep(&mut self, asked: &Asked, answer: Answer) {
        let is_service = dossier_key(&asked.path).is_some_and(|key| key.path == SERVICE_NAME);
        match answer {
            // No other service, or none that is known: the list ends here.
            Answer::Nothing | Answer::Unknown if is_service => self.answers.set(SERVICES, answer),
            answer => self.answers.set(&asked.path, answer),
        }
    }

    /// The question, if it is worth asking here and now.
    fn due(&self, question: &Question, missing: &[String], now: &Situation<'_>) -> Option<Asked> {
        match question.when {
            When::Begin => None,
            When::While(holds) => {
                let path = match question.key {
                    SERVICE_NAME => format!("{SERVICES}[{}].name", self.answers.rows(SERVICES)),
                    key => key.to_owned(),
                };
                (self.answers.get(&path).is_none() && holds(now)).then(|| put(question, path))?
            }
            When::Waited => {
                let unasked = |path: &String| self.answers.get(path).is_none();
                let waiting = missing.iter().filter(|path| unasked(path));
                let path = waiting.filter_map(|path| place_of(question.key, path)).find(unasked)?;
                put(question, path)
            }
        }
    }

    /// A fact the law waits for and the register has no question for is asked in the words of the reference.
    fn unregistered(&self, missing: &[String]) -> Option<Asked> {
        let is_new = |path: &&String| self.answers.get(path).is_none() && question_for(path).is_none();
        missing.iter().filter(is_new).find_map(|path| {
            let key = dossier_key(path)?;
            if matches!(key.takes, Takes::Table | Takes::Tables) {
                return None;
            }
            let asks = text!("interview-of-the-reference", key = path.clone(), says = key.says);
            Some(Asked {
                path: path.clone(),
                notion: asks.hint().unwrap_or_default(),
                asks,
                cites: key.cites.to_owned(),
                example: key.example.to_owned(),
                choices: choices_of(path, &key),
                takes: key.takes,
                or_none: false,
                required: false,
                note: key.says,
                shape: Shape::Plain,
            })
        })
    }
}

/// The question, with the place its answer goes to.
fn put(question: &Question, path: String) -> Option<Asked> {
    let key = dossier_key(&path)?;
    let asks = (question.asks)();
    let gate = question.shape == Shape::Gate;
    Some(Asked {
        notion: asks.hint().unwrap_or_default(),
        asks,
        cites: question.cites.to_string(),
        example: (question.example)().to_string(),
        choices: choices_of(question.key, &key),
        takes: if gate { Takes::YesOrNo } else { key.takes },
        or_none: question.shape == Shape::OrNone,
        required: matches!(question.when, When::Begin),
        note: key.says,
        shape: question.shape,
        path,
    })
}

fn open_question(path: &str) -> Option<OpenQuestion> {
    let asked = if path == SERVICES { SERVICE_NAME } else { path };
    let asks = match question_for(asked) {
        Some(question) => (question.asks)(),
        None => text!("interview-of-the-reference", key = path, says = dossier_key(path)?.says),
    };
    Some(OpenQuestion { key: path.to_owned(), asks })
}

/// Where the answer to a key's question goes, when this path is missing: the path is that key's, or that of a table the key
/// is in. The row of a list is the missing path's.
fn place_of(key: &str, path: &str) -> Option<String> {
    let found = dossier_key(path)?;
    let is_table = matches!(found.takes, Takes::Table | Takes::Tables);
    let rest = key.strip_prefix(&found.path)?;
    (rest.is_empty() || is_table && rest.starts_with('.')).then(|| format!("{path}{rest}"))
}

fn is_none(typed: &str) -> bool {
    is_typed(&text!("ends-words-none"), typed)
}

fn choices_of(key: &str, described: &DossierKey) -> Vec<Choice> {
    if key == CATEGORY {
        return categories()
            .map(|category| Choice { word: category.id, means: Some(category.title_sentence()) })
            .collect();
    }
    match &described.takes {
        Takes::OneOf(words) | Takes::AnyOf(words) => {
            words.iter().map(|word| Choice { word, means: None }).collect()
        }
        _ => Vec::new(),
    }
}

/// A category by its place in the annexes or by its number in the list.
fn chosen_category(typed: &str) -> Result<String, Text> {
    let by_number =
        || typed.parse::<usize>().ok().and_then(|number| categories().nth(number.checked_sub(1)?));
    let by_id = || categories().find(|category| category.id.eq_ignore_ascii_case(typed));
    if let Some(found) = category(typed).or_else(by_id).or_else(by_number) {
        return Ok(format!("\"{}\"", found.id));
    }
    Err(match nearest_category(typed) {
        Some(near) => {
            text!("interview-category-meant", typed = typed, meant = near.id, title = near.title_sentence())
        }
        None => text!("interview-category-unknown", typed = typed),
    })
}
