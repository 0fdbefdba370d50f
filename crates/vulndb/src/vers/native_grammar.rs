//! How each package manager writes ranges.

/// What a version without a sign before it means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bare {
    /// This version.
    Exact,
    /// This one or a later one.
    AtLeast,
    /// What is compatible with it, as with `^`.
    Caret,
    /// A recommendation that bounds nothing: it is no range.
    Nothing,
}

/// How far `~` goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tilde {
    /// To the next minor version, or major where nothing else is said (`~1.2`: before 1.3).
    Minor,
    /// To the next of what stands before the last number said (`~1.2`: before 2.0).
    Last,
}

/// What `^` leaves as it is in versions that begin with zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Caret {
    /// Everything up to the first number that is not zero (`^0.0.3`: before 0.0.4).
    NotZero,
    /// The second number, whatever it is (`^0.0.3`: before 0.1.0).
    Minor,
}

/// What a comma stands between.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Comma {
    /// One constraint and one more.
    And,
    /// One alternative and another.
    Or,
}

/// What a range looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// Signs before versions, `>=1.0 <2.0`.
    Signs,
    /// Brackets around them, `[1.0,2.0)`.
    Brackets,
    /// Branches and stretches, `1.4.1+` and `1.0-1.4`.
    Nginx,
}

/// A notation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Grammar {
    pub(super) form: Form,
    pub(super) bare: Bare,
    pub(super) caret: Caret,
    pub(super) tilde: Tilde,
    /// Whether a version that leaves numbers out stands for all that begin so (`1.2`, `1.x`).
    pub(super) partial: bool,
    /// Whether upper bounds that are made up have three numbers at least.
    pub(super) three_numbers: bool,
    /// Whether a version may begin with an epoch, `1!2.3`.
    pub(super) epoch: bool,
    pub(super) comma: Comma,
    /// What upper bounds that are made up end in, so that pre-releases of what comes next are not inside.
    pub(super) before_all: &'static str,
}

const PLAIN: Grammar = Grammar {
    form: Form::Signs,
    bare: Bare::Exact,
    caret: Caret::NotZero,
    tilde: Tilde::Last,
    partial: false,
    three_numbers: false,
    epoch: false,
    comma: Comma::And,
    before_all: "",
};

impl Grammar {
    /// That of a type of VERS; types without a notation of their own have signs and versions alone.
    pub(super) fn of(kind: &str) -> Self {
        let of_numbers =
            Self { tilde: Tilde::Minor, partial: true, three_numbers: true, before_all: "-0", ..PLAIN };
        match kind {
            "npm" | "swift" => of_numbers,
            "cargo" => Self { bare: Bare::Caret, ..of_numbers },
            // Dart's versions have three numbers, no fewer.
            "pub" | "dart" => Self { caret: Caret::Minor, three_numbers: true, before_all: "-0", ..PLAIN },
            "hex" => Self { before_all: "-0", ..PLAIN },
            // No letter goes before it, and a word goes before every number (`Gem::Requirement`: `release < 3`).
            "gem" | "rubygems" => Self { before_all: ".A", ..PLAIN },
            "composer" => Self { before_all: "-dev", ..PLAIN },
            "conan" => Self { tilde: Tilde::Minor, before_all: "-", ..PLAIN },
            "pypi" => Self { epoch: true, before_all: ".dev0", ..PLAIN },
            "maven" => Self { form: Form::Brackets, bare: Bare::Nothing, ..PLAIN },
            "nuget" => Self { form: Form::Brackets, bare: Bare::AtLeast, before_all: "-0", ..PLAIN },
            "nginx" => Self { comma: Comma::Or, form: Form::Nginx, ..PLAIN },
            "openssl" => Self { comma: Comma::Or, ..PLAIN },
            _ => PLAIN,
        }
    }
}
