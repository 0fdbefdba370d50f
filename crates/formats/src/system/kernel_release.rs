//! A kernel by the folder of its modules: `/lib/modules/6.1.0-18-amd64`.

use proofmark_facts::{Component, ComponentKind};

/// The kernel whose modules lie in this folder; `None`: no version begins its name. The release is the one the kernel was built as:
/// which of them the system starts is not said by its modules.
pub fn kernel_release(folder: &str) -> Option<Component> {
    let begins = folder.split('.').next().unwrap_or_default();
    let is_version =
        !begins.is_empty() && begins.bytes().all(|byte| byte.is_ascii_digit()) && folder.contains('.');
    is_version.then(|| Component {
        reference: format!("linux@{folder}"),
        kind: ComponentKind::OperatingSystem,
        name: "linux".to_owned(),
        version: Some(folder.to_owned()),
        ..Component::default()
    })
}

#[cfg(test)]
mod tests {
    use super::kernel_release;

    #[test]
    fn a_kernel_is_told_by_its_release() {
        assert_eq!(kernel_release("6.1.0-18-amd64").unwrap().called(), "linux@6.1.0-18-amd64");
        assert_eq!(kernel_release("extra"), None);
        assert_eq!(kernel_release("6"), None);
    }
}
