//! Owns how much room a thread has for calls within calls. May not know what runs on it.
//!
//! Typesetting and nested Markdown call deeply. What the system gives a program's first thread differs (8 MB on Linux, 1 MB
//! on Windows, where a book overflowed it), so that all work is done on threads of one size.

use std::thread::Builder;

use rayon::{ThreadPool, ThreadPoolBuilder};

/// Bytes a thread may use. Reserved, not taken: a system gives what is touched.
const STACK: usize = 32 * 1024 * 1024;

/// Does the work on a thread with room; here, when the system has no thread left. A panic of the work goes on as one of the caller.
pub fn with_room<T: Send + 'static>(work: fn() -> T) -> T {
    match Builder::new().stack_size(STACK).spawn(work) {
        Ok(thread) => thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)),
        Err(_) => work(),
    }
}

/// Threads that share work, as many as said; `None`: as many as the machine has processors. `None` comes back when the system
/// has none left: then those of everybody do it.
#[must_use]
pub fn pool(threads: Option<usize>) -> Option<ThreadPool> {
    ThreadPoolBuilder::new().stack_size(STACK).num_threads(threads.unwrap_or(0)).build().ok()
}

/// Gives everybody's threads the room. Once, before the first of them works; later it changes nothing.
pub fn make_room() {
    let _ = ThreadPoolBuilder::new().stack_size(STACK).build_global();
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Calls within calls that take a good 4 MB, twice what a thread has by itself.
    fn deep(left: usize) -> usize {
        let room = std::hint::black_box([left; 512]);
        match left {
            0 => 0,
            _ => deep(left - 1) + usize::from(room[511] == left),
        }
    }

    #[test]
    fn threads_have_room_for_deep_calls() {
        assert_eq!(with_room(|| deep(1000)), 1000);
        assert_eq!(pool(Some(1)).unwrap().install(|| deep(1000)), 1000);
    }
}
