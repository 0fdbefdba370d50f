//! A picture of dependency paths: boxes from the product on the left to the component on the right, lines between them. The
//! same is said in words beside it, so it is one picture to whoever listens.

use std::collections::BTreeMap;

use maud::{Markup, html};

/// Sizes on the ground the picture is drawn on.
const BOX_WIDTH: usize = 184;
const BOX_HEIGHT: usize = 44;
const GAP: usize = 56;
const ROW: usize = 58;

/// Letters of a name that fit into a box.
const FITTING: usize = 24;

/// A box: what is in it.
#[derive(Debug, Clone)]
pub(crate) struct Station {
    /// The name.
    pub(crate) name: String,
    /// The version; empty where there is none.
    pub(crate) version: String,
}

/// The paths, each as places from the product to the component.
pub(crate) fn path_picture(
    alternative: &str,
    paths: &[Vec<usize>],
    station: &dyn Fn(usize) -> Station,
) -> Markup {
    let layout = layout(paths);
    let columns = layout.values().map(|(column, _)| column + 1).max().unwrap_or(1);
    let rows = layout.values().map(|(_, row)| row + 1).max().unwrap_or(1);
    let (width, height) = (columns * (BOX_WIDTH + GAP) - GAP + 4, rows * ROW - (ROW - BOX_HEIGHT) + 4);
    let target = paths.first().and_then(|path| path.last()).copied();
    html! {
        svg .chart .paths role="img" aria-label=(alternative) width=(width) height=(height)
            viewBox=(format!("0 0 {width} {height}")) {
            @for (from, to) in lines(paths) {
                @if let (Some(from), Some(to)) = (layout.get(&from), layout.get(&to)) {
                    path .line d=(line(*from, *to)) {}
                }
            }
            @for (place, (column, row)) in &layout {
                @let about = station(*place);
                @let (x, y) = corner(*column, *row);
                g .station .target[target == Some(*place)] {
                    title { (about.name) " " (about.version) }
                    rect x=(x) y=(y) width=(BOX_WIDTH) height=(BOX_HEIGHT) rx="6" {}
                    text .name x=(x + 10) y=(y + 18) { (cut(&about.name)) }
                    text x=(x + 10) y=(y + 35) { (cut(&about.version)) }
                }
            }
        }
    }
}

/// The steps of all paths, each once.
fn lines(paths: &[Vec<usize>]) -> Vec<(usize, usize)> {
    let mut lines: Vec<(usize, usize)> =
        paths.iter().flat_map(|path| path.windows(2).map(|step| (step[0], step[1]))).collect();
    lines.sort_unstable();
    lines.dedup();
    lines
}

/// Where each box stands: its column is how far it is from the product on the longest path it is on, so that lines lead to
/// the right wherever they can; its row is the next free one of its column.
fn layout(paths: &[Vec<usize>]) -> BTreeMap<usize, (usize, usize)> {
    let mut column: BTreeMap<usize, usize> = BTreeMap::new();
    let mut met: Vec<usize> = Vec::new();
    for path in paths {
        for (step, place) in path.iter().enumerate() {
            let far = column.entry(*place).or_default();
            *far = (*far).max(step);
            if !met.contains(place) {
                met.push(*place);
            }
        }
    }
    let mut filled: BTreeMap<usize, usize> = BTreeMap::new();
    met.into_iter()
        .map(|place| {
            let column = column.get(&place).copied().unwrap_or_default();
            let row = filled.entry(column).or_default();
            *row += 1;
            (place, (column, *row - 1))
        })
        .collect()
}

fn corner(column: usize, row: usize) -> (usize, usize) {
    (2 + column * (BOX_WIDTH + GAP), 2 + row * ROW)
}

/// From the right side of one box to the left side of the other, in a bow.
fn line(from: (usize, usize), to: (usize, usize)) -> String {
    let ((from_x, from_y), (to_x, to_y)) = (corner(from.0, from.1), corner(to.0, to.1));
    let (x, y) = (from_x + BOX_WIDTH, from_y + BOX_HEIGHT / 2);
    let (end_x, end_y) = (to_x, to_y + BOX_HEIGHT / 2);
    let bow = GAP / 2;
    format!("M{x} {y}C{} {y} {} {end_y} {end_x} {end_y}", x + bow, end_x.saturating_sub(bow))
}

fn cut(words: &str) -> String {
    if words.chars().count() <= FITTING {
        return words.to_owned();
    }
    words.chars().take(FITTING - 1).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn station(place: usize) -> Station {
        Station { name: format!("<part {place}>"), version: "1.0".into() }
    }

    #[test]
    fn a_box_stands_once_however_many_paths_pass_it() {
        let picture = path_picture("a \"b\"", &[vec![0, 2, 3], vec![0, 1, 2, 3]], &station).into_string();
        assert_eq!(picture.matches("<rect").count(), 4, "{picture}");
        assert_eq!(picture.matches("class=\"line\"").count(), 4, "{picture}");
        assert_eq!(picture.matches("target").count(), 1, "{picture}");
        assert!(picture.contains("&lt;part 3&gt;") && !picture.contains("<part"), "{picture}");
    }

    #[test]
    fn boxes_stand_as_far_as_their_longest_path_leads() {
        let layout = layout(&[vec![0, 2, 3], vec![0, 1, 2, 3], vec![0, 4, 2, 3]]);
        let columns: Vec<usize> = layout.values().map(|(column, _)| *column).collect();
        assert_eq!(columns, [0, 1, 2, 3, 1]);
        assert_eq!(layout.get(&4), Some(&(1, 1)));
    }

    #[test]
    fn long_names_are_cut_between_letters() {
        assert_eq!(cut(&"ä".repeat(30)).chars().count(), FITTING);
        assert_eq!(cut("short"), "short");
    }
}
