//! The register of categories: Annexes III and IV together, and finding one by the name a dossier gives it.

use crate::classes::annex_iii;
use crate::classes::annex_iv;
use crate::classes::category::Category;

/// Every category, Annex III before Annex IV, in the annexes' order.
pub fn categories() -> impl Iterator<Item = &'static Category> {
    annex_iii::CLASS_I.iter().chain(annex_iii::CLASS_II).chain(annex_iv::CRITICAL)
}

/// The category with this id.
pub fn category(id: &str) -> Option<&'static Category> {
    categories().find(|category| category.id == id)
}

/// The category whose id or title is nearest to what was written, for a hint.
pub fn nearest_category(written: &str) -> Option<&'static Category> {
    let wanted: String = written.chars().take(80).collect::<String>().to_lowercase();
    let alike = |category: &Category| {
        let by_id = strsim::jaro_winkler(&wanted, &category.id.to_lowercase());
        let by_title = strsim::jaro_winkler(&wanted, &category.title.to_lowercase());
        by_id.max(by_title)
    };
    categories()
        .map(|category| (alike(category), category))
        .max_by(|(one, _), (other, _)| one.total_cmp(other))
        .filter(|(likeness, _)| *likeness > 0.6)
        .map(|(_, category)| category)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::classes::category::Class;

    #[test]
    fn the_annexes_hold_nineteen_four_and_three_categories() {
        let count = |class| categories().filter(|category| category.class == class).count();
        assert_eq!((count(Class::ImportantI), count(Class::ImportantII), count(Class::Critical)), (19, 4, 3));
    }

    #[test]
    fn every_id_is_the_place_in_its_annex() {
        let ids: Vec<&str> = categories().map(|category| category.id).collect();
        let class_i = (1..=19).map(|number| format!("III.I.{number}"));
        let class_ii = (1..=4).map(|number| format!("III.II.{number}"));
        let critical = (1..=3).map(|number| format!("IV.{number}"));
        assert_eq!(ids, class_i.chain(class_ii).chain(critical).collect::<Vec<_>>());
    }

    #[test]
    fn a_slip_of_the_pen_finds_the_category_meant() {
        assert_eq!(nearest_category("III.I.2O").map(|category| category.id), Some("III.I.2"));
        assert_eq!(nearest_category("operating system").map(|category| category.id), Some("III.I.11"));
        assert_eq!(nearest_category("~~~~~~"), None);
    }
}
