//! Writes the register of the example products' files, so that an installed program can show them without a checkout.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// The examples a demonstration shows.
const PRODUCTS: [&str; 2] = ["edge-gateway", "password-manager"];

/// The verdict worked out by hand lies beside an example for its reader: it is no file of the product.
const FOR_THE_READER: &str = "EXPECTED.md";

fn main() -> io::Result<()> {
    let root = directory("CARGO_MANIFEST_DIR")?.join("../../examples");
    println!("cargo::rerun-if-changed={}", root.display());
    let mut register = String::from("&[\n");
    for product in PRODUCTS {
        let mut paths = Vec::new();
        gather(&root.join(product), "", &mut paths)?;
        paths.sort();
        for path in paths.iter().filter(|path| *path != FOR_THE_READER) {
            let file = fs::canonicalize(root.join(product).join(path))?;
            writeln!(
                register,
                "    ({product:?}, {path:?}, include_bytes!({:?})),",
                file.display().to_string()
            )
            .map_err(io::Error::other)?;
        }
    }
    register.push_str("]\n");
    fs::write(directory("OUT_DIR")?.join("examples.rs"), register)
}

/// Every file below, by its path with `/`.
fn gather(folder: &Path, before: &str, paths: &mut Vec<String>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = format!("{before}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            gather(&entry.path(), &format!("{path}/"), paths)?;
        } else {
            paths.push(path);
        }
    }
    Ok(())
}

fn directory(name: &str) -> io::Result<PathBuf> {
    let value = env::var_os(name);
    value.map(PathBuf::from).ok_or_else(|| io::Error::other(format!("cargo sets no {name}")))
}
