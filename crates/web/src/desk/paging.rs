//! Pages of lists that are read whole: an operator's people, tokens, webhooks, holds. Each entry has a key, and a page goes on
//! behind the key of the last one, so that nothing is left out or shown twice while others write.

use proofmark_facts::Page;

use super::lists::PageAsked;
use crate::limit::limit;
use crate::parameter::whole;
use crate::refusal::Refusal;

/// How keys run through a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Run {
    /// The lowest first.
    Rising,
    /// The highest first: the newest, where keys begin with an instant.
    Falling,
}

/// The page that was asked for, of all there is; no two entries have the same key.
pub(crate) fn page_of<T>(all: Vec<T>, asked: &PageAsked, run: Run, key: impl Fn(&T) -> String) -> Page<T> {
    let most = limit(asked.limit);
    let behind = |key: &str| match (&asked.after, run) {
        (None, _) => true,
        (Some(after), Run::Rising) => key > after.as_str(),
        (Some(after), Run::Falling) => key < after.as_str(),
    };
    let keyed = all.into_iter().map(|entry| (key(&entry), entry));
    let mut rest: Vec<(String, T)> = keyed.filter(|(key, _)| behind(key)).collect();
    rest.sort_by(|(one, _), (other, _)| one.cmp(other));
    if run == Run::Falling {
        rest.reverse();
    }
    let more = rest.len() > most;
    rest.truncate(most);
    let next = rest.last().filter(|_| more).map(|(key, _)| key.clone());
    Page { items: rest.into_iter().map(|(_, entry)| entry).collect(), next }
}

/// Where a page of a list by lines of the ledger goes on. It comes back from outside: only what such a list gave is taken.
pub(crate) fn page_line(after: &str) -> Result<u64, Refusal> {
    whole(after).ok_or_else(Refusal::unknown_page)
}

/// A key that sorts by this instant, then by the name.
pub(crate) fn key_at(at: jiff::Timestamp, name: &str) -> String {
    // From the earliest instant on, so that no sign stands before the digits.
    let since = at.as_microsecond().abs_diff(jiff::Timestamp::MIN.as_microsecond());
    format!("{since:020}-{name}")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::limit::Limit;

    /// Every page, one after the other.
    fn walked(all: &[u8], most: usize, run: Run) -> Vec<u8> {
        let mut asked = PageAsked { after: None, limit: Some(Limit::at_most(most)) };
        let mut seen = Vec::new();
        loop {
            let page = page_of(all.to_vec(), &asked, run, |one| format!("{one:03}"));
            assert!(page.items.len() <= most);
            seen.extend(page.items);
            match page.next {
                Some(next) => asked.after = Some(next),
                None => return seen,
            }
        }
    }

    proptest! {
        #[test]
        fn every_entry_is_on_one_page(all in proptest::collection::btree_set(any::<u8>(), 0..40), most in 1_usize..20) {
            let rising: Vec<u8> = all.into_iter().collect();
            prop_assert_eq!(&walked(&rising, most, Run::Rising), &rising);
            let falling: Vec<u8> = rising.iter().rev().copied().collect();
            prop_assert_eq!(walked(&rising, most, Run::Falling), falling);
        }
    }

    #[test]
    fn an_entry_that_is_gone_leaves_the_list_where_it_was() {
        let asked = PageAsked { after: Some("002".to_owned()), limit: None };
        assert_eq!(page_of(vec![3_u8, 1], &asked, Run::Rising, |one| format!("{one:03}")).items, [3]);
    }

    #[test]
    fn keys_run_with_time() {
        let at = |text: &str| text.parse::<jiff::Timestamp>().unwrap();
        let (early, late) = (at("1969-12-31T23:59:59Z"), at("2028-02-01T09:00:00Z"));
        assert!(key_at(early, "b") < key_at(late, "a") && key_at(late, "a") < key_at(late, "b"));
    }
}
