//! What is kept of the objects and arrays that are open at the walk's place.

use crate::detect::engines::cli::Arguments;
use crate::detect::keys::KeyClass;
use crate::entry::scan::Str;

/// A string's or scalar's place, to be judged when its partner is known.
#[derive(Clone, Copy)]
pub(super) struct Place {
    pub start: usize,
    pub end: usize,
    pub text: Option<Str>,
}

impl Place {
    /// Of a string's content.
    pub fn of(text: Str) -> Place {
        Place { start: text.start, end: text.end, text: Some(text) }
    }
}

/// An open object or array.
#[derive(Clone, Copy)]
pub(super) struct Frame {
    pub array: bool,
    /// What the key of an array says of its elements.
    pub class: KeyClass,
    /// What a `name` in this object names, and the last two values beside it: a new one and an old one.
    pub pair: KeyClass,
    pub values: [Option<Place>; 2],
    /// In an object: a card's number was found, and who may hold the card.
    pub card: bool,
    pub holder: Option<Place>,
    /// Elements so far.
    pub count: usize,
    /// In an array: what the last element at an even place names.
    pub named: KeyClass,
    /// In an array: the command whose arguments its elements are.
    pub arguments: Option<Arguments>,
    /// In an array: a private key is open whose lines are the elements behind.
    pub armour: bool,
    /// In an object: its `kind` is `Secret`, and where its `data` stands.
    pub kubernetes: bool,
    pub data: Option<(usize, usize)>,
    /// Its key is on the path.
    pub keyed: bool,
}

impl Frame {
    /// Of a container whose key is of this class.
    pub fn new(array: bool, class: KeyClass, keyed: bool) -> Frame {
        let class = match class {
            KeyClass::Database | KeyClass::None => KeyClass::None,
            _ if array => class,
            KeyClass::Cookie | KeyClass::Address | KeyClass::Doubtful => class,
            _ => KeyClass::None,
        };
        Frame {
            array,
            class,
            pair: KeyClass::None,
            values: [None; 2],
            card: false,
            holder: None,
            count: 0,
            named: KeyClass::None,
            arguments: None,
            armour: false,
            kubernetes: false,
            data: None,
            keyed,
        }
    }

    /// Whether what was found in it cannot change by what follows.
    pub fn is_settled(&self) -> bool {
        self.values[1].is_none() && self.holder.is_none() && self.data.is_none() && !self.kubernetes
    }

    /// Whether a value in it can mean something without a place of its own.
    pub fn waits(&self) -> bool {
        self.pair != KeyClass::None
            || self.kubernetes
            || self.card
            || self.armour
            || self.arguments.is_some()
            || self.named != KeyClass::None
            || self.class != KeyClass::None
    }
}
