//! The map: blocks of lines in, something a block out, order kept, at any number of threads.
//!
//! Threads take turns instead of passing messages. Each locks the input, fills its own block, takes
//! the next ticket and lets the input go; works on the block; waits until its ticket is up; hands
//! block and result to the sink. So order needs no sorting, a slow sink holds everyone back, and
//! with blocks of [`Sizes::block`](crate::input::Sizes) memory is bounded by
//!
//! > `threads × (block + 2 MiB) + 1 × (longest whole line + block) + what the input keeps`
//!
//! since a block of more than 2 MiB is worked on and handed over before the input is let go. Where the input hands out
//! [slices](crate::input::Slice) each thread reads its own, and one of more than 2 MiB only when its turn is up.
//! In a trickle one thread does everything: only a thread that gets a full hand wakes another.

use std::io;
use std::num::NonZeroUsize;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, Scope};

use crate::input::{Block, Blocks, Halt, Supply, Taken};

/// A block of less than this is worked on before the input is let go: another thread could not
/// begin any sooner than this one is done.
const HANDFUL: usize = 32 << 10;

/// What is done with a block. Shared by all threads.
pub trait Worker: Sync {
    /// What one block hands to the next. The default is what the first block is given, and what
    /// every block is *likely* to be given.
    type Carry: Copy + Default + PartialEq + Send;
    /// What comes of a block, with the buffers that are used again for the next. One a thread.
    type Out: Send;

    /// An empty result.
    fn out(&self) -> Self::Out;

    /// Puts into `out` what comes of `block`, given what the block before it hands on, and returns
    /// what it hands on itself. May be called again for the same block with another `entry`; only
    /// the last call counts.
    fn work(&self, block: &Block, entry: Self::Carry, out: &mut Self::Out) -> Self::Carry;
}

/// Takes the results in order.
pub trait Sink<Out>: Send {
    /// Takes what came of `block`.
    ///
    /// # Errors
    /// An error ends the run: nothing is handed over after it.
    fn accept(&mut self, block: &Block, out: &Out) -> io::Result<()>;
}

/// One thread more than there are cores, so that none is idle while a thread waits for its turn;
/// at most 16, to keep the memory bound.
pub fn default_threads() -> NonZeroUsize {
    let cores = thread::available_parallelism().map_or(1, NonZeroUsize::get);
    NonZeroUsize::MIN.saturating_add(cores.min(15))
}

/// Has `worker` work on all blocks, on up to `threads` threads, and gives the results to `sink` in
/// order. A sink that fails raises `halt`, so that no thread waits for input that nobody wants.
///
/// # Errors
/// The first error of the sink.
///
/// # Panics
/// When the worker or the sink panics.
pub fn map<S, W, K>(blocks: Blocks<S>, worker: &W, sink: K, threads: NonZeroUsize, halt: &Halt) -> (K, io::Result<()>)
where
    S: Supply,
    W: Worker,
    K: Sink<W::Out>,
{
    let run = Run {
        worker,
        halt,
        threads: threads.get(),
        feed: Mutex::new(Feed { blocks, tickets: 0, hands: 1 }),
        turn: Mutex::new(Turn { ticket: 0, carry: W::Carry::default(), ended: None }),
        bells: (0..threads.get()).map(|_| Condvar::new()).collect(),
        sink: Mutex::new(sink),
    };
    thread::scope(|scope| run.take_turns(scope));
    let turn = run.turn.into_inner().unwrap_or_else(PoisonError::into_inner);
    let sink = run.sink.into_inner().unwrap_or_else(PoisonError::into_inner);
    (sink, turn.ended.unwrap_or(Ok(())))
}

struct Run<'a, S, W: Worker, K> {
    worker: &'a W,
    halt: &'a Halt,
    threads: usize,
    feed: Mutex<Feed<S>>,
    turn: Mutex<Turn<W::Carry>>,
    /// Ticket `t` waits for bell `t % threads`; no two waiting tickets share one.
    bells: Vec<Condvar>,
    /// Only locked by the thread whose turn it is.
    sink: Mutex<K>,
}

/// The input, and the order of what was taken from it.
struct Feed<S> {
    blocks: Blocks<S>,
    tickets: usize,
    hands: usize,
}

/// Whose turn it is, and what the ticket before hands on.
struct Turn<C> {
    ticket: usize,
    carry: C,
    ended: Option<io::Result<()>>,
}

impl<'env, S: Supply, W: Worker, K: Sink<W::Out>> Run<'env, S, W, K> {
    fn take_turns<'scope>(&'scope self, scope: &'scope Scope<'scope, '_>) {
        let _alarm = Alarm(self);
        let mut block = Block::new();
        let mut out = self.worker.out();
        let mut feed = lock(&self.feed);
        while !self.has_ended() {
            let slice = match feed.blocks.take(&mut block) {
                Taken::End => break,
                Taken::Block => None,
                Taken::Slice(slice) => Some(slice),
            };
            let ticket = feed.tickets;
            feed.tickets += 1;
            if slice.is_none() && (block.is_large() || block.bytes().len() < HANDFUL) {
                if !self.finish(ticket, &block, &mut out) {
                    return;
                }
                self.shrink(&mut block, &mut out);
            } else {
                if feed.hands < self.threads {
                    feed.hands += 1;
                    scope.spawn(move || self.take_turns(scope));
                }
                let longest = feed.blocks.longest();
                drop(feed);
                if let Some(slice) = slice
                    && !slice.fill(&mut block)
                {
                    // Who has its turn is the only one: so one long line is held at a time.
                    if self.wait(ticket).is_none() {
                        return;
                    }
                    slice.fill_up(&mut block, longest);
                }
                if !self.finish(ticket, &block, &mut out) {
                    return;
                }
                self.shrink(&mut block, &mut out);
                feed = lock(&self.feed);
            }
        }
    }

    fn shrink(&self, block: &mut Block, out: &mut W::Out) {
        if block.is_large() {
            block.shrink();
            *out = self.worker.out();
        }
    }

    /// Waits for a ticket's turn; what the block before hands on, or None if the run has ended.
    fn wait(&self, ticket: usize) -> Option<W::Carry> {
        let bell = &self.bells[ticket % self.threads];
        let waits = |turn: &mut Turn<_>| turn.ticket != ticket && turn.ended.is_none();
        let turn = bell.wait_while(lock(&self.turn), waits);
        let turn = turn.unwrap_or_else(PoisonError::into_inner);
        turn.ended.is_none().then_some(turn.carry)
    }

    /// Works on a block and hands it over at its turn; false if the run has ended.
    fn finish(&self, ticket: usize, block: &Block, out: &mut W::Out) -> bool {
        let guess = W::Carry::default();
        let mut carry = self.worker.work(block, guess, out);

        let Some(entry) = self.wait(ticket) else {
            return false;
        };
        if entry != guess {
            // What the block before hands on is not what is likely.
            carry = self.worker.work(block, entry, out);
        }
        let accepted = lock(&self.sink).accept(block, out);
        if accepted.is_err() {
            self.end(accepted);
            return false;
        }
        let mut turn = lock(&self.turn);
        turn.ticket += 1;
        turn.carry = carry;
        drop(turn);
        self.bells[(ticket + 1) % self.threads].notify_one();
        true
    }

    fn has_ended(&self) -> bool {
        lock(&self.turn).ended.is_some()
    }

    fn end(&self, result: io::Result<()>) {
        lock(&self.turn).ended.get_or_insert(result);
        self.halt.raise();
        self.bells.iter().for_each(Condvar::notify_all);
    }
}

/// Ends the run when its thread panics: the others would wait for their turn for ever.
struct Alarm<'run, 'env, S: Supply, W: Worker, K: Sink<W::Out>>(&'run Run<'env, S, W, K>);

impl<S: Supply, W: Worker, K: Sink<W::Out>> Drop for Alarm<'_, '_, S, W, K> {
    fn drop(&mut self) {
        if thread::panicking() {
            self.0.end(Ok(()));
        }
    }
}

/// Locks also what a panicking thread has left: the panic ends the run in any case.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::{Sizes, Supplied};
    use std::sync::atomic::{AtomicUsize, Ordering};

    /// Gives the numbers from 1 to `last`, a line each.
    struct Numbers {
        next: u64,
        last: u64,
        text: Vec<u8>,
    }

    impl Supply for Numbers {
        fn supply(&mut self, into: &mut [u8], _: bool) -> Supplied {
            while self.text.len() < into.len() && self.next <= self.last {
                self.text.extend(format!("{}\n", self.next).bytes());
                self.next += 1;
            }
            let count = into.len().min(self.text.len());
            into[..count].copy_from_slice(&self.text[..count]);
            self.text.drain(..count);
            match count {
                0 => Supplied::End,
                count => Supplied::Bytes(count),
            }
        }
    }

    fn numbers(last: u64) -> Blocks<Numbers> {
        let supply = Numbers { next: 1, last, text: Vec::new() };
        let block = 64 << 10;
        Blocks::new(supply, Sizes { block, ..Sizes::default() })
    }

    fn add(block: &Block) -> u64 {
        let lines = block.bytes().split(|byte| *byte == b'\n');
        let digits = lines.filter(|line| !line.is_empty());
        let numbers = digits.map(|line| std::str::from_utf8(line).unwrap().parse::<u64>().unwrap());
        numbers.sum()
    }

    /// Adds up; hands on whether the sum so far is odd, and says so.
    struct Adder(AtomicUsize);

    impl Worker for Adder {
        type Carry = bool;
        type Out = (u64, bool);
        fn out(&self) -> (u64, bool) {
            (0, false)
        }
        fn work(&self, block: &Block, odd: bool, out: &mut (u64, bool)) -> bool {
            self.0.fetch_add(1, Ordering::Relaxed);
            let sum = add(block);
            *out = (sum, odd);
            odd ^ (sum % 2 == 1)
        }
    }

    /// Keeps all results; fails at the one of that index.
    struct Keep(Vec<(u64, bool)>, usize);

    impl Sink<(u64, bool)> for Keep {
        fn accept(&mut self, block: &Block, out: &(u64, bool)) -> io::Result<()> {
            if self.0.len() == self.1 {
                return Err(io::ErrorKind::StorageFull.into());
            }
            assert_eq!(add(block), out.0);
            self.0.push(*out);
            Ok(())
        }
    }

    fn run(last: u64, threads: usize, fails_at: usize) -> (Keep, io::Result<()>, usize) {
        let adder = Adder(AtomicUsize::new(0));
        let threads = NonZeroUsize::new(threads).unwrap();
        let keep = Keep(Vec::new(), fails_at);
        let (keep, result) = map(numbers(last), &adder, keep, threads, &Halt::new().unwrap());
        (keep, result, adder.0.into_inner())
    }

    #[test]
    fn results_come_in_order_with_what_was_handed_on_at_any_number_of_threads() {
        let last = 400_000;
        let (one, result, calls) = run(last, 1, usize::MAX);
        result.unwrap();
        assert!(one.0.len() > 20);
        assert_eq!(one.0.iter().map(|out| out.0).sum::<u64>(), last * (last + 1) / 2);
        let wrong_guesses = one.0.iter().filter(|out| out.1).count();
        assert!(wrong_guesses > 0);
        assert_eq!(calls, one.0.len() + wrong_guesses);
        for threads in [2, 3, 8] {
            let (many, result, _) = run(last, threads, usize::MAX);
            result.unwrap();
            assert_eq!(many.0, one.0);
        }
    }

    #[test]
    fn nothing_is_handed_over_after_an_error() {
        for threads in [1, 4] {
            let (keep, result, _) = run(400_000, threads, 3);
            assert_eq!(result.unwrap_err().kind(), io::ErrorKind::StorageFull);
            assert_eq!(keep.0.len(), 3);
        }
    }

    #[test]
    fn no_input_gives_no_result() {
        let (keep, result, calls) = run(0, 4, usize::MAX);
        result.unwrap();
        assert_eq!((keep.0.len(), calls), (0, 0));
    }

    /// Panics on every block but the first.
    struct Fails;

    impl Worker for Fails {
        type Carry = ();
        type Out = (u64, bool);
        fn out(&self) -> (u64, bool) {
            (0, false)
        }
        fn work(&self, block: &Block, (): (), out: &mut (u64, bool)) {
            assert!(block.first_line.is_some());
            *out = (add(block), false);
        }
    }

    #[test]
    #[should_panic]
    fn a_panic_in_a_thread_ends_the_run() {
        let keep = Keep(Vec::new(), usize::MAX);
        let threads = NonZeroUsize::new(4).unwrap();
        let _ = map(numbers(400_000), &Fails, keep, threads, &Halt::new().unwrap());
    }
}
