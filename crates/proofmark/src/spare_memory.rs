//! Spare memory: what the allocator of the system's library would keep for itself after work that needed much.

/// From now on all threads share few stores of free memory. By default each of many threads gets one of its own, and what one
/// large release left free in it is of no use to the others.
pub(crate) fn share_free_memory() {
    #[cfg(all(target_os = "linux", target_env = "gnu"))]
    {
        /// `M_ARENA_MAX` of `malloc.h`.
        const MOST_ARENAS: i32 = -8;
        #[expect(unsafe_code, reason = "the C library's allocator is set by a call of the C library")]
        // SAFETY: it takes two numbers, and may be called at any time by any thread (mallopt(3)).
        let _ = unsafe { mallopt(MOST_ARENAS, 2) };
    }
}

/// Gives free memory back to the system.
pub(crate) fn give_back_free_memory() {
    #[cfg(all(target_os = "linux", target_env = "gnu"))]
    {
        #[expect(unsafe_code, reason = "the C library's allocator is told by a call of the C library")]
        // SAFETY: it takes a number, and may be called at any time by any thread (malloc_trim(3), since glibc 2.8).
        let _ = unsafe { malloc_trim(0) };
    }
}

#[cfg(all(target_os = "linux", target_env = "gnu"))]
#[expect(unsafe_code, reason = "the two calls above")]
unsafe extern "C" {
    fn mallopt(what: i32, value: i32) -> i32;
    fn malloc_trim(keep: usize) -> i32;
}
