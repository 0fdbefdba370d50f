//! The records of the index file: fixed sizes, little endian, read by copying, never by casting.

/// Something of a fixed size in the file.
pub(crate) trait Record: Sized {
    /// Its size.
    const BYTES: usize;

    /// Appends it.
    fn write(&self, out: &mut Vec<u8>);

    /// Reads it from the beginning of these bytes; `None` if they are too few.
    fn read(bytes: &[u8]) -> Option<Self>;
}

macro_rules! record {
    ($(#[$doc:meta])* $name:ident { $($(#[$says:meta])* $field:ident: $kind:ty,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) struct $name { $($(#[$says])* pub(crate) $field: $kind,)* }

        impl Record for $name {
            const BYTES: usize = 0 $(+ size_of::<$kind>())*;

            fn write(&self, out: &mut Vec<u8>) {
                // Put together first, so that the section is asked for room once.
                let mut bytes = [0; <$name as Record>::BYTES];
                let rest = bytes.as_mut_slice();
                $(
                    let (field, rest) = rest.split_at_mut(size_of::<$kind>());
                    field.copy_from_slice(&self.$field.to_le_bytes());
                )*
                let _ = rest;
                out.extend_from_slice(&bytes);
            }

            fn read(bytes: &[u8]) -> Option<Self> {
                let rest = bytes;
                $(
                    let (field, rest) = rest.split_first_chunk()?;
                    let $field = <$kind>::from_le_bytes(*field);
                )*
                let _ = rest;
                Some(Self { $($field),* })
            }
        }
    };
}

pub(crate) use record;

record! {
    /// What the whole file is about.
    About {
        /// The newest `modified` of all records in microseconds since 1970; the least value for none.
        as_of: i64,
        /// Records kept, withdrawn ones included.
        records: u32,
        /// Of these, withdrawn.
        withdrawn: u32,
        /// Affected entries that name no package of an ecosystem in the register.
        without_package: u32,
        /// The newest day of the predictions, as in `Exploited`; zero for none.
        scored_on: u32,
    }
}

record! {
    /// A slot of the hash table.
    Slot {
        /// The upper half of the hash.
        tag: u32,
        /// The package's index plus one; zero for an empty slot.
        package: u32,
    }
}

record! {
    /// A package.
    Package {
        /// String: the ecosystem's OSV name.
        ecosystem: u32,
        /// String: the name, normalised.
        name: u32,
        /// Its first affected entry.
        first: u32,
        /// How many it has.
        count: u32,
    }
}

record! {
    /// One advisory's claim about one package.
    Affected {
        /// The advisory.
        advisory: u32,
        /// String: the release of the distribution; empty for every release.
        release: u32,
        /// String: the vector of the worst severity.
        vector: u32,
        /// Its first window.
        first_window: u32,
        /// How many it has.
        windows: u32,
        /// Its first version listed.
        first_listed: u32,
        /// How many it has.
        listed: u32,
        /// The base score in tenths; 255 for none.
        score: u8,
        /// The rating's code.
        rating: u8,
    }
}

record! {
    /// A window of affected versions.
    Window {
        /// The coarse key of the lower bound.
        lower_key: u64,
        /// The coarse key of the upper bound.
        upper_key: u64,
        /// String: the lower bound, always inside; of an undecidable window, its words.
        lower: u32,
        /// String: the upper bound.
        upper: u32,
        /// The code of the order.
        order: u8,
        /// What bounds it, see `window`.
        bounds: u8,
    }
}

record! {
    /// An advisory.
    Advisory {
        /// String: its identifier.
        id: u32,
        /// String: its summary.
        summary: u32,
        /// String: its source.
        source: u32,
        /// Its first vulnerability in the links.
        first_link: u32,
        /// How many vulnerabilities it speaks of.
        links: u32,
        /// What it tells of where that is no vulnerability, see `gathering`; zero for a vulnerability.
        informational: u8,
    }
}

record! {
    /// A vulnerability: a cluster of identifiers.
    Vulnerability {
        /// String: the identifier it is called by.
        id: u32,
        /// Its first other name.
        first_name: u32,
        /// How many it has.
        names: u32,
        /// Its entry in a catalogue of exploited ones, plus one; zero for none.
        exploited: u32,
        /// Its prediction, plus one; zero for none.
        prediction: u32,
    }
}

record! {
    /// A reference to a string, or to a vulnerability.
    Reference {
        /// Where it leads.
        to: u32,
    }
}

record! {
    /// An entry in a catalogue of known exploited vulnerabilities.
    Exploited {
        /// String: the identifier the catalogue lists.
        id: u32,
        /// String: the catalogue.
        catalogue: u32,
        /// The day as `year * 10000 + month * 100 + day`; zero for none.
        day: u32,
    }
}

record! {
    /// How likely a vulnerability is exploited within thirty days (EPSS).
    Prediction {
        /// The probability in millionths.
        probability: u32,
        /// The share of scored vulnerabilities with the same or a lower one, in millionths.
        percentile: u32,
        /// The day of the score, as in `Exploited`; zero for none.
        day: u32,
    }
}

record! {
    /// An other name of a vulnerability.
    Called {
        /// String: the name.
        name: u32,
        /// The vulnerability.
        vulnerability: u32,
    }
}

record! {
    /// A CVE of which it was scored how likely it is exploited. There are far more than vulnerabilities in the file: their
    /// identifiers are no strings of it.
    Scored {
        /// The identifier as a number.
        cve: u64,
        /// Its prediction.
        prediction: u32,
    }
}

record! {
    /// A source of records.
    Source {
        /// String: its name.
        name: u32,
        /// Records kept of it.
        records: u32,
        /// The newest `modified` of them, as in `About`.
        newest: i64,
    }
}

record! {
    /// An ecosystem, or one release of a distribution, there are advisories for.
    Coverage {
        /// String: the ecosystem.
        ecosystem: u32,
        /// String: the release; empty for none.
        release: u32,
        /// Packages with at least one affected entry.
        packages: u32,
        /// Affected entries.
        affected: u32,
    }
}

record! {
    /// A product of a vendor, as CPE names speak of it.
    CpeProduct {
        /// String: part, vendor and product, as `a:haxx:curl`.
        key: u32,
        /// Its first claim.
        first: u32,
        /// How many it has.
        count: u32,
    }
}

record! {
    /// A product by its name alone.
    CpeName {
        /// String: the name in its well-formed spelling.
        name: u32,
        /// The product.
        product: u32,
    }
}

record! {
    /// That a product is vulnerable, by one name in a configuration.
    CpeClaim {
        /// The configuration.
        configuration: u32,
        /// The match in it.
        place: u32,
    }
}

record! {
    /// A configuration of products.
    CpeConfiguration {
        /// The advisory.
        advisory: u32,
        /// String: the vector of the worst severity.
        vector: u32,
        /// Its first node.
        first_node: u32,
        /// How many it has.
        nodes: u32,
        /// The base score in tenths; 255 for none.
        score: u8,
        /// The rating's code.
        rating: u8,
        /// How the nodes are put together, see `kept_cpe`.
        flags: u8,
    }
}

record! {
    /// A node of a configuration.
    CpeNode {
        /// Its first match.
        first_match: u32,
        /// How many it has.
        matches: u32,
        /// How the matches are put together, see `kept_cpe`.
        flags: u8,
    }
}

record! {
    /// A name and a range of versions.
    CpeMatch {
        /// String: the name, as formatted string.
        criteria: u32,
        /// String: the first version; empty for none.
        from: u32,
        /// String: the last version; empty for none.
        to: u32,
        /// What it is, and whether the bounds are inside, see `kept_cpe`.
        flags: u8,
    }
}

record! {
    /// A repository.
    Repository {
        /// String: host and path.
        key: u32,
        /// Its first claim.
        first: u32,
        /// How many it has.
        count: u32,
    }
}

record! {
    /// One advisory's claim about one repository.
    RepositoryClaim {
        /// The advisory.
        advisory: u32,
        /// String: the vector of the worst severity.
        vector: u32,
        /// Its first event.
        first: u32,
        /// How many it has.
        count: u32,
        /// The base score in tenths; 255 for none.
        score: u8,
        /// The rating's code.
        rating: u8,
    }
}

record! {
    /// A commit or tag in a claim.
    RepositoryEvent {
        /// String: the commit or tag.
        at: u32,
        /// What happens there, see `kept_git`.
        what: u8,
    }
}

record! {
    /// That a claim names a commit.
    NamedCommit {
        /// String: the commit.
        at: u32,
        /// The claim.
        claim: u32,
    }
}

impl Record for [u8; 32] {
    const BYTES: usize = 32;

    fn write(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(self);
    }

    fn read(bytes: &[u8]) -> Option<Self> {
        bytes.first_chunk().copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_is_read_as_written_and_not_from_too_few_bytes() {
        let window = Window { lower_key: 1, upper_key: u64::MAX, lower: 3, upper: 4, order: 5, bounds: 6 };
        let mut bytes = Vec::new();
        window.write(&mut bytes);
        assert_eq!(bytes.len(), Window::BYTES);
        assert_eq!(Window::read(&bytes), Some(window));
        assert_eq!(Window::read(&bytes[1..]), None);
    }
}
