//! What is gathered: the state that merges.

use std::collections::BTreeMap;

use super::bursts::Attempts;
use super::evidence::{Evidence, Lines};
use crate::commands::sorted::Part;
use crate::entry::time::Nanos;
use crate::mask::Tally;
use crate::stats::{Merge, Series, Table, earlier};

/// Buckets of time for gaps.
pub const MOMENTS: usize = 480;
/// The most field paths that are told apart where something was masked.
const PATHS: usize = 1000;

/// What an entry can show. Controls are asked by these.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(usize)]
pub enum Shows {
    /// An entry of the trail.
    Trail,
    /// A log-in that succeeded.
    LoginSuccess,
    /// A log-in that failed or was denied.
    LoginFailure,
    /// Something else that was denied.
    Denied,
    /// Something else that failed.
    Failed,
    /// A change of rights.
    Privilege,
    /// A change of an account or a credential.
    Account,
    /// A change of the trail itself.
    TrailChange,
    /// A system object made or removed.
    Object,
    /// A change of configuration or program, by somebody.
    Change,
    /// A change of configuration or program, by nobody who is named.
    ChangeUnnamed,
    /// Access to something confidential or restricted, by somebody.
    Sensitive,
    /// Such access by nobody who is named.
    SensitiveUnnamed,
    /// What a person asked about the own data.
    Subject,
    /// An account that was locked.
    Lockout,
    /// Access out of business hours.
    OutOfHours,
    /// A change of rights by nobody who is named.
    PrivilegeUnnamed,
    /// A change of an account by nobody who is named.
    AccountUnnamed,
    /// A system object made or removed by nobody who is named.
    ObjectUnnamed,
    /// What a person asked about the own data failed, or has no result.
    SubjectFailed,
    /// A log-in without a result.
    LoginUnknown,
    /// Somebody read the log.
    TrailRead,
    /// The log was read by nobody who is named.
    TrailReadUnnamed,
    /// Somebody was kept from reading the log.
    TrailReadDenied,
    /// The log was cleared or deleted.
    Cleared,
    /// The log was reviewed.
    Review,
    /// A review failed, or was not made.
    ReviewFailed,
    /// What was found was dealt with.
    Handled,
    /// That failed.
    HandledFailed,
    /// The log was copied to where it is safe.
    Copy,
    /// That failed.
    CopyFailed,
    /// A clock was set by one that is right.
    Clock,
    /// A clock was not.
    ClockOff,
    /// Somebody changed how clocks are set.
    ClockSet,
    /// Nobody who is named did.
    ClockSetUnnamed,
    /// A breach was told of.
    Breach,
    /// That failed.
    BreachFailed,
    /// Somebody kept the register of what is done with personal data.
    Register,
    /// Nobody who is named did.
    RegisterUnnamed,
    /// An entry of the trail that lacks the time.
    NoTime,
    /// One that lacks the actor.
    NoActor,
    /// One that lacks the action.
    NoAction,
    /// One that lacks the resource.
    NoResource,
    /// One that lacks the result.
    NoResult,
    /// One that lacks the source address and the service.
    NoOrigin,
}

impl Shows {
    /// How many there are.
    pub const COUNT: usize = Shows::NoOrigin as usize + 1;
}

/// Fields that an entry of an audit has, and what shows that one lacks them.
pub const NEEDED: [(&str, Shows); 6] = [
    ("timestamp", Shows::NoTime),
    ("actor", Shows::NoActor),
    ("action", Shows::NoAction),
    ("resource", Shows::NoResource),
    ("result", Shows::NoResult),
    ("source address or service", Shows::NoOrigin),
];

/// What lines were; their sum is the lines read.
pub const LINES: [&str; 8] =
    ["reported", "outside_window", "without_time", "text", "blank", "malformed", "not_an_object", "too_long"];

/// All that an audit is made of.
#[derive(Debug)]
pub struct State {
    /// Lines and bytes, by the number of the input.
    pub inputs: BTreeMap<usize, (u64, u64)>,
    /// Bytes of inputs in the order of time that were not read: they lie outside of the window.
    pub unread: u64,
    /// Lines by what they were, in the order of [`LINES`].
    pub lines: [u64; LINES.len()],
    /// Entries without a time, of those in the audit.
    pub undated: u64,
    /// When the first entry was.
    pub first: Option<Nanos>,
    /// When the last was.
    pub last: Option<Nanos>,
    /// Who did what to what with what result.
    pub deeds: Table<Deed>,
    /// By actor.
    pub actors: Table<Actor>,
    /// Access to what is confidential or restricted.
    pub sensitive: Table<Deed>,
    /// Changes of rights.
    pub privileges: Table<Deed>,
    /// Attempts to log in.
    pub attempts: Attempts,
    /// What entries show, in the order of [`Shows`].
    pub shown: [Evidence; Shows::COUNT],
    /// All entries over time.
    pub moments: Series<Deed, MOMENTS>,
    /// Lines before the blocks.
    pub blocks: Lines,
    /// What masking would hide.
    pub masked: Tally,
}

/// Entries that are counted together: the same deed, or what falls into a bucket of time.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Deed {
    /// How often.
    pub count: u64,
    /// When it was first.
    pub first: Option<Nanos>,
    /// When it was last.
    pub last: Option<Nanos>,
}

/// What an actor did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Actor {
    /// All of it.
    pub deeds: Deed,
    /// What failed.
    pub failed: u64,
    /// What was denied.
    pub denied: u64,
    /// Access to what is confidential or restricted.
    pub sensitive: u64,
    /// Changes of rights.
    pub privileges: u64,
    /// Out of business hours.
    pub out_of_hours: u64,
}

impl State {
    /// A state that nothing was added to, for at most `groups` rows of each kind.
    pub fn new(groups: usize) -> State {
        State {
            inputs: BTreeMap::new(),
            unread: 0,
            lines: Default::default(),
            undated: 0,
            first: None,
            last: None,
            deeds: Table::new(groups),
            actors: Table::new(groups),
            sensitive: Table::new(groups),
            privileges: Table::new(groups),
            attempts: Attempts::default(),
            shown: std::array::from_fn(|_| Evidence::default()),
            moments: Series::default(),
            blocks: Lines::default(),
            masked: Tally::default(),
        }
    }

    /// Adds what masking found. Paths beyond the most are dropped; their findings are counted.
    pub fn add_masked(&mut self, tally: &Tally) {
        self.masked.merge(tally);
        while self.masked.fields.len() > PATHS {
            self.masked.fields.pop_last();
        }
    }
}

impl Deed {
    /// Adds one.
    pub fn add(&mut self, time: Option<Nanos>) {
        self.merge(Deed { count: 1, first: time, last: time });
    }
}

impl Merge for Deed {
    fn merge(&mut self, other: Deed) {
        self.count += other.count;
        self.first = earlier(self.first, other.first);
        self.last = self.last.max(other.last);
    }
}

impl Merge for Actor {
    fn merge(&mut self, other: Actor) {
        self.deeds.merge(other.deeds);
        self.failed += other.failed;
        self.denied += other.denied;
        self.sensitive += other.sensitive;
        self.privileges += other.privileges;
        self.out_of_hours += other.out_of_hours;
    }
}

impl State {
    /// Notes that of an input only a part was read, before which so many lines stand.
    pub fn pass_by(&mut self, input: usize, part: &Part, lines: u64) {
        self.unread += part.unread;
        if part.bytes.start > 0 {
            self.blocks.begin(input, 0, part.bytes.start);
            self.blocks.add(lines);
        }
    }
}

impl Merge for State {
    fn merge(&mut self, other: State) {
        for (number, (lines, bytes)) in other.inputs {
            let input = self.inputs.entry(number).or_default();
            *input = (input.0 + lines, input.1 + bytes);
        }
        self.unread += other.unread;
        self.lines.iter_mut().zip(other.lines).for_each(|(sum, count)| *sum += count);
        self.undated += other.undated;
        self.first = earlier(self.first, other.first);
        self.last = self.last.max(other.last);
        self.deeds.merge(other.deeds);
        self.actors.merge(other.actors);
        self.sensitive.merge(other.sensitive);
        self.privileges.merge(other.privileges);
        self.attempts.merge(other.attempts);
        self.shown.iter_mut().zip(other.shown).for_each(|(sum, shown)| sum.merge(shown));
        self.moments.merge(other.moments);
        self.blocks.merge(other.blocks);
        self.add_masked(&other.masked);
    }
}
