//! What an entry says for an audit: who, what, to what, with what result, from where.

use std::collections::HashMap;

use super::words::{self, Outcome};
use crate::entry::aliases::Role;
use crate::entry::fields::{BadField, Fields, Seen, SlotId, Value};
use crate::stats::Quick;

/// Names of who did it, the most telling first.
pub const ACTOR: &[&str] = &[
    "actor",
    "user_id",
    "actor.id",
    "actor.name",
    "user.id",
    "user.name",
    "username",
    "user",
    "userName",
    "userIdentity.arn",
    "userIdentity.userName",
    "user.username",
    "principal",
    "subject",
    "account",
    "login",
];
/// Names of what was done.
pub const ACTION: &[&str] = &["action", "event.action", "eventName", "verb"];
/// Names of what it was done to.
pub const RESOURCE: &[&str] = &[
    "resource",
    "resource.id",
    "resource.name",
    "resource_id",
    "objectRef.name",
    "objectRef.resource",
    "object",
    "target",
];
/// Names of how it ended.
pub const RESULT: &[&str] = &["result", "outcome", "event.outcome", "success", "responseElements.ConsoleLogin"];
/// Names of how sensitive the resource is.
const SENSITIVITY: &[&str] =
    &["security_level", "classification", "data_classification", "sensitivity", "securityLevel"];
/// Names of where it came from.
const SOURCE: &[&str] = &[
    "source_ip",
    "client_ip",
    "ip",
    "ip_address",
    "remote_addr",
    "remoteAddr",
    "source.ip",
    "client.ip",
    "sourceIPAddress",
    "src_ip",
    "remote_ip",
    "client.address",
    "id.orig_h",
];

/// Fields that an audit reads besides the known ones.
#[derive(Debug, Clone, Copy)]
pub struct Slots {
    actor: SlotId,
    action: SlotId,
    resource: SlotId,
    result: SlotId,
    sensitivity: SlotId,
    source: SlotId,
}

/// Names that a config gives instead of the known ones; empty for these.
#[derive(Debug, Clone, Default)]
pub struct Named {
    /// Who did it.
    pub actor: Vec<String>,
    /// What was done.
    pub action: Vec<String>,
    /// What it was done to.
    pub resource: Vec<String>,
    /// How it ended.
    pub result: Vec<String>,
}

impl Slots {
    /// Has all fields read.
    ///
    /// # Errors
    /// When a name of the config is none, or there are too many.
    pub fn add(fields: &mut Fields, named: &Named) -> Result<Slots, BadField> {
        let mut add = |own: &[String], known: &[&str]| match own {
            [] => fields.add_first(known),
            own => fields.add_first(own),
        };
        Ok(Slots {
            actor: add(&named.actor, ACTOR)?,
            action: add(&named.action, ACTION)?,
            resource: add(&named.resource, RESOURCE)?,
            result: add(&named.result, RESULT)?,
            sensitivity: add(&[], SENSITIVITY)?,
            source: add(&[], SOURCE)?,
        })
    }
}

/// What an entry says; texts are empty where it says nothing.
#[derive(Debug, Default)]
pub struct Fact {
    /// Who did it.
    pub actor: Vec<u8>,
    /// What was done: the action, else the event, else the operation.
    pub action: Vec<u8>,
    /// The field that the action was read from.
    pub named_by: &'static str,
    /// What it was done to.
    pub resource: Vec<u8>,
    /// Where it came from.
    pub source: Vec<u8>,
    /// How sensitive it says it is, in lower case.
    pub sensitivity: Vec<u8>,
    /// How it ended.
    pub outcome: Outcome,
    /// What kinds of actions it is.
    pub kinds: words::Kinds,
    /// Its category is `audit`.
    pub audit: bool,
    /// It belongs to the trail: of the category `audit` or `security`, or it names actor and action,
    /// or it is about logging in, rights, accounts or the trail itself.
    pub trail: bool,
    /// Words, for looking at.
    text: Vec<u8>,
    /// The kinds of actions that were asked for lately.
    known: HashMap<Box<[u8]>, words::Kinds, Quick>,
}

/// How many actions are remembered.
const REMEMBERED: usize = 1 << 12;

impl Fact {
    /// Reads what `line` says.
    pub fn read(&mut self, slots: &Slots, seen: &Seen, line: &[u8]) {
        let Fact { actor, action, resource, source, sensitivity, text, .. } = self;
        let put = |out: &mut Vec<u8>, value: Option<&Value>| {
            out.clear();
            if let Some(value) = value {
                value.decode(line, out);
            }
        };
        put(actor, seen.get(slots.actor));
        put(resource, seen.get(slots.resource));
        put(source, seen.get(slots.source));
        put(sensitivity, seen.get(slots.sensitivity));
        sensitivity.make_ascii_lowercase();
        put(text, seen.get(Role::Category));
        text.make_ascii_lowercase();
        let category = words::Category::of(text);
        self.audit = category == words::Category::Audit;
        let ordered = [
            ("action", seen.get(slots.action)),
            ("event", seen.get(Role::Event)),
            ("operation", seen.get(Role::Operation)),
        ];
        let found = ordered.into_iter().find_map(|(name, value)| Some((name, value?)));
        self.named_by = found.map_or("", |(name, _)| name);
        put(action, found.map(|(_, value)| value));
        let explicit = self.named_by == "action";
        self.kinds = match self.known.get(&**action) {
            Some(kinds) => *kinds,
            None => {
                let kinds = words::kinds(action);
                if self.known.len() >= REMEMBERED {
                    self.known.clear();
                }
                self.known.insert(action.as_slice().into(), kinds);
                kinds
            }
        };
        put(text, seen.get(slots.result));
        self.outcome = Outcome::of(text);
        if self.outcome == Outcome::Unknown {
            self.outcome = Outcome::of_words(action);
        }
        if self.outcome == Outcome::Unknown {
            put(text, seen.get(Role::Status));
            self.outcome = Outcome::of_status(text);
        }
        let telling = self.kinds.intersects(words::TELLING);
        self.trail = category != words::Category::Other || (explicit && !actor.is_empty()) || telling;
    }
}
