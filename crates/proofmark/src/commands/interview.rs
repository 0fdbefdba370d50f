//! The interview at the door: one line a question, on a terminal or from a pipe, every answer kept at once.

use std::io::{self, BufRead, IsTerminal, Read};
use std::path::Path;

use proofmark_actions::{ActionError, Asked, Interview};
use proofmark_text::{Text, is_typed, text};

use crate::session::talk as speak;
use crate::show::{self, Page};
use crate::write::{hindered, write_whole};

/// The longest line that is read, in bytes.
const LONGEST_LINE: u64 = 64 * 1024;

/// How a talk came to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Talk {
    /// Nothing is left to ask, or nobody answers any more.
    Ended,
    /// The asked person left.
    Stopped,
}

/// Asks until nothing is left, somebody stops, or the input ends; `before` answers are from an earlier sitting.
pub(super) fn talk(interview: &mut Interview<'_>, kept: &Path, before: usize) -> Result<Talk, ActionError> {
    let input = io::stdin();
    let on_terminal = input.is_terminal();
    let mut lines = input.lock();
    let mut answered: Vec<Asked> = Vec::new();
    greet(kept, before);
    while let Some(asked) = interview.next_question() {
        let mut page = Page::new();
        show::question(&mut page, &asked);
        speak(&page.to_string());
        loop {
            speak("> ");
            let Some(line) = line(&mut lines, kept)? else {
                speak("\n");
                // Who closes a terminal leaves; a pipe that ends has said all it knows.
                return Ok(if on_terminal { stop(kept) } else { Talk::Ended });
            };
            match line.trim() {
                words if is_typed(&text!("ends-words-stop"), words) => return Ok(stop(kept)),
                "?" | "" => {
                    let mut page = Page::new();
                    show::question_in_full(&mut page, &asked);
                    speak(&page.to_string());
                }
                words if is_typed(&text!("ends-words-back"), words) => match answered.pop() {
                    None => say(&text!("interview-nothing-back", kept = kept.display().to_string())),
                    Some(earlier) => {
                        interview.take_back(&earlier);
                        write_whole(kept, interview.answers().to_toml().as_bytes())?;
                        say(&text!("interview-taken-back"));
                        break;
                    }
                },
                words if asked.required && is_unknown(words) => say(&text!("interview-needed")),
                words => {
                    if is_unknown(words) {
                        interview.leave_open(&asked);
                    } else if let Err(wrong) = interview.answer(&asked, words) {
                        say(&wrong);
                        continue;
                    }
                    write_whole(kept, interview.answers().to_toml().as_bytes())?;
                    answered.push(asked);
                    break;
                }
            }
        }
    }
    Ok(Talk::Ended)
}

fn greet(kept: &Path, before: usize) {
    let mut page = Page::new();
    page.paragraph(&text!("interview-introduction", kept = kept.display().to_string()).to_string());
    if before > 0 {
        page.paragraph(&text!("interview-resumed", count = before).to_string());
    }
    speak(&page.to_string());
}

fn stop(kept: &Path) -> Talk {
    if kept.exists() {
        say(&text!("interview-stopped", kept = kept.display().to_string()));
    }
    Talk::Stopped
}

fn is_unknown(words: &str) -> bool {
    is_typed(&text!("ends-words-unknown"), words)
}

/// One line of the input; `None` at its end. A line without end is cut where no answer can be that long.
fn line(lines: &mut impl BufRead, kept: &Path) -> Result<Option<String>, ActionError> {
    let mut bytes = Vec::new();
    lines
        .by_ref()
        .take(LONGEST_LINE)
        .read_until(b'\n', &mut bytes)
        .map_err(|error| hindered(kept, &error))?;
    Ok((!bytes.is_empty()).then(|| String::from_utf8_lossy(&bytes).into_owned()))
}

fn say(says: &Text) {
    let mut page = Page::new();
    page.below(&says.to_string());
    if let Some(hint) = says.hint() {
        page.below(&hint);
    }
    speak(&page.to_string());
}
