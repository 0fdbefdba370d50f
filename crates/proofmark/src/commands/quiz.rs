//! `proofmark quiz`: questions about the law, one line an answer.

use std::io::{self, BufRead};

use proofmark_actions::ActionError;
use proofmark_law::{QuizQuestion, quiz as draw};
use proofmark_text::text;

use crate::cli::Format;
use crate::exit::Exit;
use crate::quiz_args::QuizArgs;
use crate::session::{Session, uuid};
use crate::show::{self, Page};

/// What somebody did with a question.
enum Said {
    Choice(usize),
    Skip,
    Stop,
}

/// Draws the questions; asks them one by one, or prints them with their answers.
pub(crate) fn quiz(args: &QuizArgs, session: &Session) -> Result<Exit, ActionError> {
    let seed = match args.seed {
        Some(seed) => seed,
        // Small enough to be typed again.
        None => u64::from(u32::from_le_bytes(first_four(uuid()?))),
    };
    let questions = draw(seed, usize::from(args.count));
    if session.format == Format::Json {
        session.print_json(&questions);
        return Ok(Exit::Yes);
    }
    let (mut asked, mut right) = (0_usize, 0_usize);
    for (number, question) in (1..).zip(&questions) {
        let mut page = Page::new();
        show::quiz_question(&mut page, question, number, questions.len());
        session.print(&page.to_string());
        let said = answer(question, session);
        if matches!(said, Said::Stop) {
            break;
        }
        let choice = match said {
            Said::Choice(choice) => Some(choice),
            Said::Skip | Said::Stop => None,
        };
        asked += 1;
        right += usize::from(choice == Some(question.answer));
        let mut page = Page::new();
        show::quiz_answer(&mut page, question, choice);
        session.print(&page.to_string());
    }
    let score = text!(
        "teaching-quiz-score",
        right = right,
        asked = asked,
        count = args.count.to_string(),
        seed = seed.to_string()
    );
    let mut page = Page::new();
    page.blank();
    page.paragraph(&score.to_string());
    session.print(&page.to_string());
    Ok(Exit::Yes)
}

/// Reads until there is a usable answer; the end of the input stops.
fn answer(question: &QuizQuestion, session: &Session) -> Said {
    let input = io::stdin();
    loop {
        let mut line = String::new();
        match input.lock().read_line(&mut line) {
            Ok(0) | Err(_) => return Said::Stop,
            Ok(_) => {}
        }
        let typed = line.trim();
        match typed {
            "stop" | "halt" => return Said::Stop,
            "skip" | "überspringen" | "" => return Said::Skip,
            _ => {}
        }
        let number = typed.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
        if let Some(choice) = number.filter(|choice| *choice < question.choices.len()) {
            return Said::Choice(choice);
        }
        if let Some(choice) = question.choices.iter().position(|choice| choice.eq_ignore_ascii_case(typed)) {
            return Said::Choice(choice);
        }
        session.say(&text!("teaching-quiz-not-a-choice", typed = typed));
    }
}

fn first_four(bytes: [u8; 16]) -> [u8; 4] {
    [bytes[0], bytes[1], bytes[2], bytes[3]]
}
