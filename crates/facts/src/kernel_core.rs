//! What every build of the Linux kernel compiles, by which a whole list of compiled files is told from one that was cut short.

use std::collections::BTreeSet;

use crate::source_path::extension;

/// Source files that no configuration of any architecture leaves out (`obj-y` and `lib-y` of the makefiles of 2.6.25, 3.12, 4.6, 5.10
/// and 6.12). Not among them: what was moved since, such as `kernel/printk.c`, or is optional in one of these, such as
/// `kernel/sysctl.c` and `mm/shmem.c`.
pub const KERNEL_CORE: [&str; 68] = [
    "drivers/base/bus.c",
    "drivers/base/class.c",
    "drivers/base/core.c",
    "drivers/base/dd.c",
    "drivers/base/driver.c",
    "drivers/base/platform.c",
    "fs/attr.c",
    "fs/bad_inode.c",
    "fs/char_dev.c",
    "fs/dcache.c",
    "fs/exec.c",
    "fs/fcntl.c",
    "fs/file.c",
    "fs/file_table.c",
    "fs/filesystems.c",
    "fs/fs-writeback.c",
    "fs/inode.c",
    "fs/ioctl.c",
    "fs/libfs.c",
    "fs/namei.c",
    "fs/namespace.c",
    "fs/open.c",
    "fs/pipe.c",
    "fs/pnode.c",
    "fs/read_write.c",
    "fs/readdir.c",
    "fs/select.c",
    "fs/seq_file.c",
    "fs/splice.c",
    "fs/stat.c",
    "fs/super.c",
    "fs/xattr.c",
    "init/do_mounts.c",
    "init/main.c",
    "init/version.c",
    "kernel/exec_domain.c",
    "kernel/exit.c",
    "kernel/fork.c",
    "kernel/kthread.c",
    "kernel/notifier.c",
    "kernel/nsproxy.c",
    "kernel/panic.c",
    "kernel/params.c",
    "kernel/pid.c",
    "kernel/ptrace.c",
    "kernel/resource.c",
    "kernel/signal.c",
    "kernel/softirq.c",
    "kernel/sys.c",
    "kernel/workqueue.c",
    "lib/ctype.c",
    "lib/idr.c",
    "lib/kobject.c",
    "lib/radix-tree.c",
    "lib/rbtree.c",
    "lib/string.c",
    "lib/vsprintf.c",
    "mm/backing-dev.c",
    "mm/filemap.c",
    "mm/mempool.c",
    "mm/mmzone.c",
    "mm/oom_kill.c",
    "mm/page-writeback.c",
    "mm/page_alloc.c",
    "mm/readahead.c",
    "mm/truncate.c",
    "mm/vmscan.c",
    "mm/vmstat.c",
];

/// Headers that these include, directly or by others: where one of them is not listed, the list is not one of all that was
/// included.
pub const KERNEL_CORE_HEADERS: [&str; 12] = [
    "include/linux/compiler.h",
    "include/linux/errno.h",
    "include/linux/fs.h",
    "include/linux/init.h",
    "include/linux/kernel.h",
    "include/linux/list.h",
    "include/linux/mm.h",
    "include/linux/module.h",
    "include/linux/sched.h",
    "include/linux/slab.h",
    "include/linux/string.h",
    "include/linux/types.h",
];

/// What an architecture's own part is called where no file of it is listed.
const ARCHITECTURE: &str = "arch/";

/// What is missing from a list of files in the tree that every kernel compiles: files, or an architecture's own.
pub(crate) fn missing_core(files: &BTreeSet<String>) -> Vec<&'static str> {
    let mut of_arch =
        files.range(ARCHITECTURE.to_owned()..).take_while(|file| file.starts_with(ARCHITECTURE));
    let arch = (!of_arch.any(|file| matches!(extension(file), "c" | "S"))).then_some(ARCHITECTURE);
    KERNEL_CORE.into_iter().filter(|file| !files.contains(*file)).chain(arch).collect()
}

/// Whether what was included is listed as well.
pub(crate) fn lists_core_headers(files: &BTreeSet<String>) -> bool {
    KERNEL_CORE_HEADERS.iter().all(|header| files.contains(*header))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_of_the_core_is_missed() {
        let whole: BTreeSet<String> =
            KERNEL_CORE.into_iter().chain(["arch/arm64/kernel/setup.c"]).map(str::to_owned).collect();
        assert!(missing_core(&whole).is_empty());
        for file in &whole {
            let mut cut = whole.clone();
            cut.remove(file);
            let missing = missing_core(&cut);
            assert_eq!(missing, [if file.starts_with("arch/") { "arch/" } else { file }], "{file}");
        }
        assert!(KERNEL_CORE.is_sorted() && KERNEL_CORE_HEADERS.is_sorted());
    }
}
