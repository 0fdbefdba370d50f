//! Whoever reads what the program writes: who stops reading (`| head`) is no fault and changes no answer, a full disk is one.

use std::io::{self, ErrorKind, Write};

/// A place to write to that takes everything once nobody reads it any more.
#[derive(Debug)]
pub(crate) struct Audience<W> {
    out: W,
    is_gone: bool,
}

impl<W: Write> Audience<W> {
    pub(crate) fn of(out: W) -> Self {
        Self { out, is_gone: false }
    }

    /// Whether nobody reads any more.
    pub(crate) fn is_gone(&self) -> bool {
        self.is_gone
    }

    /// What was written, or why it could not be; that nobody reads it is neither.
    fn heard<T>(&mut self, done: io::Result<T>, unheard: T) -> io::Result<T> {
        match done {
            Err(error) if error.kind() == ErrorKind::BrokenPipe => {
                self.is_gone = true;
                Ok(unheard)
            }
            done => done,
        }
    }
}

impl<W: Write> Write for Audience<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.is_gone {
            return Ok(bytes.len());
        }
        let done = self.out.write(bytes);
        self.heard(done, bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.is_gone {
            return Ok(());
        }
        let done = self.out.flush();
        self.heard(done, ())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Takes so many writes, and then fails so.
    struct Taking(usize, ErrorKind);

    impl Write for Taking {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0 = self.0.checked_sub(1).ok_or(self.1)?;
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn who_stops_reading_is_no_fault_and_a_full_disk_is() {
        let mut left = Audience::of(Taking(1, ErrorKind::BrokenPipe));
        left.write_all(b"one").unwrap();
        assert!(!left.is_gone());
        for more in [b"two", b"six"] {
            left.write_all(more).and_then(|()| left.flush()).unwrap();
            assert!(left.is_gone());
        }
        let mut full = Audience::of(Taking(1, ErrorKind::StorageFull));
        full.write_all(b"one").unwrap();
        assert_eq!(full.write_all(b"two").unwrap_err().kind(), ErrorKind::StorageFull);
        assert!(!full.is_gone());
    }
}
