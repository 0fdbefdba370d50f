//! Filling pages with strips.

use super::page::Page;
use super::strip::{Ground, Item, Strip};
use super::style::{BOTTOM, RIGHT, TOP};

/// Puts strips on pages. Strips that keep with the next move together to a new page unless they would not
/// fit there either; `heads` are the table headers that are repeated.
pub(super) fn paginate(strips: Vec<Strip>, heads: &[Strip]) -> Vec<Page> {
    let mut pager =
        Pager { heads, pages: vec![Page::default()], y: TOP, fresh: true, ground: None, table: None };
    let mut strips = strips.into_iter().peekable();
    while let Some(first) = strips.next() {
        let mut group = vec![first];
        while group.last().is_some_and(|last| last.keep_with_next) {
            match strips.next() {
                Some(next) => group.push(next),
                None => break,
            }
        }
        pager.place_group(group);
    }
    pager.close_ground();
    pager.pages
}

struct Pager<'a> {
    heads: &'a [Strip],
    pages: Vec<Page>,
    y: f32,
    /// Whether nothing but a repeated header stands on the page.
    fresh: bool,
    /// The ground being laid: where it began, and before which item it is drawn.
    ground: Option<(Ground, f32, usize)>,
    /// The table whose rows were placed last.
    table: Option<usize>,
}

impl Pager<'_> {
    fn place_group(&mut self, group: Vec<Strip>) {
        let height: f32 = group.iter().map(|strip| strip.gap + strip.height).sum();
        let repeated = group[0].table.map_or(0.0, |table| self.heads[table].height);
        let fits_a_page = height - group[0].gap + repeated <= BOTTOM - TOP;
        if fits_a_page && self.y + height > BOTTOM {
            self.turn_page(&group[0]);
        }
        for strip in group {
            self.place(strip);
        }
    }

    fn place(&mut self, strip: Strip) {
        if self.y + strip.gap + strip.height > BOTTOM {
            self.turn_page(&strip);
        }
        if self.ground.is_some_and(|(ground, ..)| Some(ground.number) != strip.ground.map(|it| it.number)) {
            self.close_ground();
        }
        if !self.fresh {
            self.y += strip.gap;
        }
        self.fresh = false;
        self.table = strip.table;
        let y = self.y;
        let page = self.page();
        if let Some(heading) = strip.heading {
            page.headings.push((heading, y));
        }
        let before = page.items.len();
        page.items.extend(strip.items.into_iter().map(|item| item.lowered(y)));
        if let (Some(ground), None) = (strip.ground, &self.ground) {
            self.ground = Some((ground, y, before));
        }
        self.y += strip.height;
    }

    /// Begins a new page, unless the page is still empty, and repeats the header if a table goes on.
    fn turn_page(&mut self, next: &Strip) {
        if self.fresh {
            return;
        }
        self.close_ground();
        self.pages.push(Page::default());
        self.y = TOP;
        self.fresh = true;
        if let Some(table) = next.table.filter(|table| self.table == Some(*table)) {
            let head = &self.heads[table];
            let items = head.items.iter().cloned().map(|item| item.lowered(TOP).into_decoration());
            let items: Vec<Item> = items.collect();
            self.page().items.extend(items);
            self.y += head.height;
        }
    }

    fn close_ground(&mut self) {
        let Some((ground, top, before)) = self.ground.take() else { return };
        let height = self.y - top;
        let (x, width) = (ground.left, RIGHT - ground.left);
        let page = self.page();
        let bar = Item::Fill { x, y: top, width: ground.bar_width, height, colour: ground.bar };
        page.items.insert(before, bar);
        if let Some(colour) = ground.fill {
            page.items.insert(before, Item::Fill { x, y: top, width, height, colour });
        }
    }

    fn page(&mut self) -> &mut Page {
        self.pages.last_mut().expect("there is a page from the start and none is ever taken away")
    }
}

#[cfg(test)]
mod tests {
    use super::super::style::{HAIRLINE, LEFT};
    use super::*;

    fn strip(height: f32) -> Strip {
        Strip { height, items: vec![Item::rule(LEFT, 0.0, 1.0, 1.0, HAIRLINE)], ..Strip::default() }
    }

    fn items_per_page(strips: Vec<Strip>, heads: &[Strip]) -> Vec<usize> {
        paginate(strips, heads).iter().map(|page| page.items.len()).collect()
    }

    #[test]
    fn a_heading_is_never_the_last_on_its_page() {
        let heading = Strip { keep_with_next: true, ..strip(20.0) };
        let nearly_full = strip(BOTTOM - TOP - 30.0);
        assert_eq!(items_per_page(vec![nearly_full, heading, strip(20.0)], &[]), [1, 2]);
    }

    #[test]
    fn what_keeps_together_for_longer_than_a_page_is_cut_all_the_same() {
        let chained: Vec<Strip> =
            (0..10).map(|_| Strip { keep_with_next: true, ..strip((BOTTOM - TOP) / 4.0) }).collect();
        assert_eq!(items_per_page(chained, &[]), [4, 4, 2]);
        assert_eq!(items_per_page(vec![strip(9000.0), strip(9000.0)], &[]), [1, 1]);
    }

    #[test]
    fn a_header_is_repeated_on_every_further_page_of_its_table() {
        let row = || Strip { table: Some(0), ..strip((BOTTOM - TOP) / 2.0 - 10.0) };
        let rows = vec![row(), row(), row()];
        assert_eq!(items_per_page(rows, &[strip(15.0)]), [2, 2]);
    }

    #[test]
    fn a_ground_is_laid_once_a_page_under_its_strips() {
        let ground = Ground { number: 1, left: LEFT, fill: Some(HAIRLINE), bar: HAIRLINE, bar_width: 2.0 };
        let row = || Strip { ground: Some(ground), ..strip((BOTTOM - TOP) / 2.0) };
        assert_eq!(items_per_page(vec![row(), row(), row()], &[]), [4, 3]);
    }
}
