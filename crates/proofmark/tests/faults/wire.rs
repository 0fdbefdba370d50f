//! A wire between a program and a server it needs: it can be cut and mended.

use std::io::{Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

/// A port that leads to another one.
pub(crate) struct Wire {
    pub(crate) port: u16,
    inside: Arc<Mutex<Inside>>,
}

#[derive(Default)]
struct Inside {
    is_cut: bool,
    ends: Vec<TcpStream>,
}

impl Wire {
    /// A wire to this port of this machine.
    pub(crate) fn to(port: u16) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let here = listener.local_addr().unwrap().port();
        let inside = Arc::new(Mutex::new(Inside::default()));
        let shared = Arc::clone(&inside);
        let there = SocketAddr::from(([127, 0, 0, 1], port));
        thread::spawn(move || {
            for near in listener.incoming().flatten() {
                join(near, there, &shared);
            }
        });
        Self { port: here, inside }
    }

    /// Ends every connection, and takes no more.
    pub(crate) fn cut(&self) {
        let mut inside = self.inside.lock().unwrap();
        inside.is_cut = true;
        for end in inside.ends.drain(..) {
            let _ = end.shutdown(Shutdown::Both);
        }
    }

    /// Takes connections again.
    pub(crate) fn mend(&self) {
        self.inside.lock().unwrap().is_cut = false;
    }
}

fn join(near: TcpStream, there: SocketAddr, inside: &Mutex<Inside>) {
    let mut inside = inside.lock().unwrap();
    if inside.is_cut {
        return;
    }
    let Ok(far) = TcpStream::connect(there) else { return };
    for (from, to) in [(&near, &far), (&far, &near)] {
        let (mut from, mut to) = (from.try_clone().unwrap(), to.try_clone().unwrap());
        thread::spawn(move || {
            let mut buffer = [0; 16 * 1024];
            while let Ok(length @ 1..) = from.read(&mut buffer) {
                if to.write_all(&buffer[..length]).is_err() {
                    break;
                }
            }
            let _ = to.shutdown(Shutdown::Both);
        });
    }
    inside.ends.extend([near, far]);
}
