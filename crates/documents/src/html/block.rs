//! Blocks.

use maud::{Markup, html};
use proofmark_text::{Text, text};

use super::inline::{inline, words};
use super::own_words::OwnWords;
use super::symbol::symbol;
use crate::{Align, Block, Callout, CalloutKind, Inline, KeyValues, List, Quotation, Signature, Table};

/// One block.
pub(super) fn block(own: &OwnWords, content: &Block) -> Markup {
    match content {
        Block::Paragraph { text } => html! { p { (inline(own, text)) } },
        Block::List(content) => list(own, content),
        Block::Table(content) => table(own, content),
        Block::KeyValues(content) => key_values(own, content),
        Block::Callout(content) => callout(own, content),
        Block::Quotation(content) => quotation(own, content),
        Block::Signature(content) => signature(own, content),
    }
}

fn list(own: &OwnWords, content: &List) -> Markup {
    let items = html! {
        @for item in &content.items {
            li {
                (inline(own, &item.text))
                @if let Some(nested) = &item.list { (list(own, nested)) }
            }
        }
    };
    html! { @if content.numbered { ol { (items) } } @else { ul { (items) } } }
}

fn table(own: &OwnWords, content: &Table) -> Markup {
    let empty = Inline::new();
    html! {
        @if !content.columns.is_empty() {
            // A wide table scrolls by itself; whoever has no mouse must be able to reach it.
            div .wide tabindex="0" {
                table {
                    @if let Some(caption) = &content.caption { caption { (words(caption)) } }
                    thead {
                        tr {
                            @for column in &content.columns {
                                th scope="col" class=[side(column.align)] { (words(&column.title)) }
                            }
                        }
                    }
                    tbody {
                        @for row in &content.rows {
                            tr {
                                @for (at, column) in content.columns.iter().enumerate() {
                                    @let cell = inline(own, row.get(at).unwrap_or(&empty));
                                    @let side = side(column.align);
                                    @if column.heads_row {
                                        th scope="row" class=[side] { (cell) }
                                    } @else {
                                        td class=[side] { (cell) }
                                    }
                                }
                            }
                        }
                        @if content.rows.is_empty() {
                            tr {
                                td .none colspan=(content.columns.len()) {
                                    (own.say(&text!("documents-table-empty")))
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn side(align: Align) -> Option<&'static str> {
    (align == Align::End).then_some("end")
}

fn key_values(own: &OwnWords, content: &KeyValues) -> Markup {
    html! {
        @if !content.entries.is_empty() {
            dl .pairs {
                @for entry in &content.entries {
                    div {
                        dt {
                            (words(&entry.key))
                            @if let Some(cites) = &entry.cites { " " span .cite { (words(cites)) } }
                        }
                        dd { (inline(own, &entry.value)) }
                    }
                }
            }
        }
    }
}

fn callout(own: &OwnWords, content: &Callout) -> Markup {
    let (class, word) = match content.kind {
        CalloutKind::Note => ("note", text!("documents-note")),
        CalloutKind::Missing => ("missing", text!("documents-missing")),
        CalloutKind::Warning => ("warning", text!("documents-warning")),
    };
    html! {
        div class={ "callout " (class) } role="note" {
            p {
                (symbol(content.kind)) " " strong { (own.say(&word)) }
                @if let Some(first) = content.paragraphs.first() { " " (inline(own, first)) }
            }
            @for paragraph in content.paragraphs.iter().skip(1) { p { (inline(own, paragraph)) } }
        }
    }
}

fn quotation(own: &OwnWords, content: &Quotation) -> Markup {
    html! {
        blockquote {
            @for paragraph in &content.paragraphs { p { (inline(own, paragraph)) } }
            @if let Some(cites) = &content.cites { p .cites { span .cite { (words(cites)) } } }
        }
    }
}

fn signature(own: &OwnWords, content: &Signature) -> Markup {
    let date = content.date.map(|date| date.to_string());
    let issued: Vec<String> = content.place.clone().into_iter().chain(date).collect();
    let field = |label: &Text, value: &str| {
        html! { div { dt { (own.say(label)) } dd { (words(value)) } } }
    };
    html! {
        div .signature {
            @if let Some(phrase) = &content.on_behalf_of { p { (words(phrase)) } }
            dl {
                (field(&text!("documents-place-and-date"), &issued.join(", ")))
                (field(&text!("documents-name"), content.name.as_deref().unwrap_or_default()))
                (field(&text!("documents-function"), content.function.as_deref().unwrap_or_default()))
                (field(&text!("documents-signature"), ""))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Document;

    fn shown(content: impl Into<Block>) -> String {
        let document = Document::new("D-1", "Paper", "en", jiff::civil::date(2027, 12, 11));
        block(&OwnWords::beside(&document), &content.into()).into_string().replace("><", ">\n<")
    }

    #[test]
    fn a_table_names_its_headers() {
        let table = Table::new().caption("C").names("Name", 2).amounts("Size", 1).row(["a < b"]);
        insta::assert_snapshot!(shown(table), @r#"
        <div class="wide" tabindex="0">
        <table>
        <caption>C</caption>
        <thead>
        <tr>
        <th scope="col">Name</th>
        <th scope="col" class="end">Size</th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <th scope="row">a &lt; b</th>
        <td class="end">
        </td>
        </tr>
        </tbody>
        </table>
        </div>
        "#);
        insta::assert_snapshot!(shown(Table::new().column("Name", 1)), @r#"
        <div class="wide" tabindex="0">
        <table>
        <thead>
        <tr>
        <th scope="col">Name</th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <td class="none" colspan="1">No entries.</td>
        </tr>
        </tbody>
        </table>
        </div>
        "#);
    }

    #[test]
    fn what_is_missing_is_said_with_symbol_and_word() {
        insta::assert_snapshot!(shown(Callout::missing("The address.").paragraph("Add it.")), @r#"
        <div class="callout missing" role="note">
        <p>
        <svg aria-hidden="true" viewBox="0 0 16 16" width="16" height="16">
        <circle cx="8" cy="8" r="8">
        </circle>
        <path d="M4.5 5.6 5.6 4.5 8 6.9l2.4-2.4 1.1 1.1L9.1 8l2.4 2.4-1.1 1.1L8 9.1l-2.4 2.4-1.1-1.1L6.9 8z">
        </path>
        </svg> <strong>Missing</strong> The address.</p>
        <p>Add it.</p>
        </div>
        "#);
        insta::assert_snapshot!(shown(Inline::from("Address: ").run(crate::Run::Missing { text: String::new() })), @r#"
        <p>Address: <span class="missing">
        <svg aria-hidden="true" viewBox="0 0 16 16" width="16" height="16">
        <circle cx="8" cy="8" r="8">
        </circle>
        <path d="M4.5 5.6 5.6 4.5 8 6.9l2.4-2.4 1.1 1.1L9.1 8l2.4 2.4-1.1 1.1L8 9.1l-2.4 2.4-1.1-1.1L6.9 8z">
        </path>
        </svg> <strong>Missing</strong>
        </span>
        </p>
        "#);
    }

    #[test]
    fn lists_pairs_quotations_and_signatures() {
        insta::assert_snapshot!(shown(List::bullets().item(crate::Item::with("a", List::numbered().item("b")))), @r"
        <ul>
        <li>a<ol>
        <li>b</li>
        </ol>
        </li>
        </ul>
        ");
        insta::assert_snapshot!(shown(KeyValues::new().asked("point 1", "Product", "HPC\n40")), @r#"
        <dl class="pairs">
        <div>
        <dt>Product <span class="cite">point 1</span>
        </dt>
        <dd>HPC<br>40</dd>
        </div>
        </dl>
        "#);
        insta::assert_snapshot!(shown(Quotation::new("q").cites("Annex V")), @r#"
        <blockquote>
        <p>q</p>
        <p class="cites">
        <span class="cite">Annex V</span>
        </p>
        </blockquote>
        "#);
        insta::assert_snapshot!(shown(Signature::new().by("Aino Virtanen", "CTO")), @r#"
        <div class="signature">
        <dl>
        <div>
        <dt>Place and date of issue</dt>
        <dd>
        </dd>
        </div>
        <div>
        <dt>Name</dt>
        <dd>Aino Virtanen</dd>
        </div>
        <div>
        <dt>Function</dt>
        <dd>CTO</dd>
        </div>
        <div>
        <dt>Signature</dt>
        <dd>
        </dd>
        </div>
        </dl>
        </div>
        "#);
    }

    #[test]
    fn words_of_strangers_stay_words() {
        let hostile = Inline::from("<script>alert(1)</script>\u{202e}")
            .link("\"><img src=x>", "https://e.eu/\"onclick=x")
            .link("x", "javascript:alert(1)")
            .link("<b>", "https://e.eu/?a=1&b=2")
            .code("&amp;");
        insta::assert_snapshot!(shown(hostile), @r#"
        <p>&lt;script&gt;alert(1)&lt;/script&gt;�&quot;&gt;&lt;img src=x&gt;x<a href="https://e.eu/?a=1&amp;b=2" rel="noopener noreferrer">&lt;b&gt;</a>
        <code>&amp;amp;</code>
        </p>
        "#);
    }
}
