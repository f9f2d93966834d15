//! Gives an expression its meaning: which fields it reads, and what its literals are.

use std::collections::HashMap;
use std::sync::Arc;

use memchr::memmem::Finder;
use regex::bytes::RegexBuilder;

use super::Fault;
use super::ast::{Expr, Literal, Name, Relation};
use super::needles::Needles;
use super::node::{Constant, Node, Order, Test};
use super::{number, parser};
use crate::diagnostics::{Diagnostic, Place, Source, nearest};
use crate::entry::aliases::{
    DURATIONS, NAMES, Note, OPEN_TELEMETRY_LEVELS, OTHER_DURATIONS, Role, UNITS, Unit, unit_of_name,
};
use crate::entry::duration;
use crate::entry::fields::{BadField, Fields, SlotId};
use crate::entry::level::Level;
use crate::entry::time::TimeReader;
use crate::window::{self, Clock, Window};

/// How texts of expressions and of lines are understood.
#[derive(Debug, Clone)]
pub struct Sense {
    /// What times in expressions are counted from.
    pub clock: Clock,
    /// Reads times in lines.
    pub times: TimeReader,
    /// The unit of durations that tell none; None goes by the habits of loggers.
    pub unit: Option<Unit>,
}

/// An expression, as it was given.
#[derive(Debug, Clone)]
pub struct Expression<'a> {
    /// What it is called in messages: `--where`.
    pub called: &'a str,
    /// What it says.
    pub text: &'a str,
    /// The same as it may be shown, byte for byte.
    pub shown: String,
}

/// Chooses lines. Shared between threads; one [`Work`](super::Work) a thread.
#[derive(Debug)]
pub struct Query {
    pub(super) node: Node,
    pub(super) fields: Fields,
    pub(super) times: TimeReader,
    pub(super) unit: Option<Unit>,
    /// Whether only entries can hold: a field or a time is asked for.
    pub(super) entries: bool,
    needles: Needles,
}

/// The most memory that a pattern may take, compiled.
const PATTERN: usize = 4 << 20;

/// Levels by a name, for help.
const LEVELS: &[&str] = &["trace", "debug", "info", "warning", "error", "critical"];

impl Query {
    /// Lines that hold `text`, and for which `expression` is so, in `window`. `fields` knows the names of the roles.
    ///
    /// # Errors
    /// What is wrong with the expression.
    pub fn new(
        text: Option<&str>,
        expression: Option<Expression>,
        window: Window,
        mut fields: Fields,
        sense: &Sense,
    ) -> Result<Query, Fault> {
        let mut parts = Vec::new();
        if let Some(text) = text {
            parts.push(Node::Text(Box::new(Finder::new(text).into_owned())));
        }
        if let Some(Expression { called, text, shown }) = expression {
            let source = Source::new(called, shown);
            let expr = parser::parse(text, &source)?;
            let known = HashMap::new();
            parts.push(Compiler { source: &source, fields: &mut fields, known, sense }.node(&expr)?);
        }
        if window.is_limited() {
            parts.push(Node::Within(window));
        }
        let node = if parts.len() == 1 { parts.remove(0) } else { Node::All(parts) };
        let needles = Needles::of(&node);
        let entries = asks_for_fields(&node);
        Ok(Query { node, fields, times: sense.times.clone(), unit: sense.unit, entries, needles })
    }

    /// What no line that holds is without.
    pub fn needles(&self) -> &Needles {
        &self.needles
    }
}

fn asks_for_fields(node: &Node) -> bool {
    match node {
        Node::All(parts) | Node::Any(parts) => parts.iter().any(asks_for_fields),
        Node::Not(part) => asks_for_fields(part),
        Node::Text(_) => false,
        Node::Within(_) | Node::Exists(_) | Node::Is(..) => true,
    }
}

/// What the values of a field are.
#[derive(Debug, Clone, Copy)]
enum Meaning {
    Level(Note),
    Time,
    Duration(Option<Unit>),
    Other,
}

struct Compiler<'a> {
    source: &'a Arc<Source>,
    fields: &'a mut Fields,
    /// The fields that were named before.
    known: HashMap<String, SlotId>,
    sense: &'a Sense,
}

impl Compiler<'_> {
    fn node(&mut self, expr: &Expr) -> Result<Node, Fault> {
        let mut nodes = |parts: &[Expr]| parts.iter().map(|part| self.node(part)).collect::<Result<Vec<_>, _>>();
        Ok(match expr {
            Expr::All(parts) => Node::All(nodes(parts)?),
            Expr::Any(parts) => Node::Any(nodes(parts)?),
            Expr::Not(part) => Node::Not(Box::new(self.node(part)?)),
            Expr::Text(text) => Node::Text(Box::new(Finder::new(text).into_owned())),
            Expr::Exists(name) => Node::Exists(self.field(name)?),
            Expr::Is(name, relation, literals) => Node::Is(self.field(name)?, self.test(name, *relation, literals)?),
        })
    }

    fn fault(&self, span: &super::ast::Span, said: String) -> Diagnostic {
        Diagnostic::error(said).at(Place::new(self.source, span.clone()))
    }

    fn field(&mut self, name: &Name) -> Result<SlotId, Fault> {
        // The native name of the duration, with its unit.
        let text = if name.text == "duration_ms" { "duration" } else { &name.text };
        if let Some(slot) = self.known.get(text) {
            return Ok(*slot);
        }
        let added = self.fields.add_any(text);
        if let Ok(slot) = added {
            self.known.insert(text.to_owned(), slot);
        }
        added.map_err(|bad| {
            let text = &name.text;
            Box::new(match bad {
                BadField::Empty => self.fault(&name.span, format!("`{text}` is no field: a name is missing")),
                BadField::TooDeep => self.fault(&name.span, format!("`{text}` leads too deep")),
                BadField::TooMany => {
                    self.fault(&name.span, format!("`{text}` is one field more than can be asked for"))
                }
            })
        })
    }

    fn test(&self, name: &Name, relation: Relation, literals: &[Literal]) -> Result<Test, Fault> {
        let meaning = meaning(&name.text);
        let order = match relation {
            Relation::Equal => {
                let constants = literals.iter().map(|literal| self.constant(name, meaning, literal));
                return Ok(Test::OneOf(constants.collect::<Result<_, _>>()?));
            }
            Relation::Contains => return Ok(Test::Contains(Box::new(Finder::new(&literals[0].text).into_owned()))),
            Relation::Matches => return self.pattern(&literals[0]),
            Relation::Less => Order::Less,
            Relation::LessOrEqual => Order::LessOrEqual,
            Relation::Greater => Order::Greater,
            Relation::GreaterOrEqual => Order::GreaterOrEqual,
        };
        Ok(Test::Ordered(order, self.constant(name, meaning, &literals[0])?))
    }

    fn pattern(&self, literal: &Literal) -> Result<Test, Fault> {
        let regex = RegexBuilder::new(&literal.text).size_limit(PATTERN).dfa_size_limit(PATTERN).build();
        let regex = regex.map_err(|error| {
            let said = match error {
                regex::Error::CompiledTooBig(_) => "the pattern is too large".to_owned(),
                // Its last line is the cause; the others show the pattern.
                error => {
                    let text = error.to_string();
                    let cause = text.lines().last().unwrap_or_default();
                    format!("this is no pattern: {}", cause.trim_start_matches("error: "))
                }
            };
            let help = "to look for a text as it stands: `contains`";
            Box::new(self.fault(&literal.span, said).with_help(help))
        })?;
        Ok(Test::Matches(regex))
    }

    fn constant(&self, name: &Name, meaning: Meaning, literal: &Literal) -> Result<Constant, Fault> {
        let text = &literal.text;
        match meaning {
            Meaning::Level(note) => match Level::read(text.as_bytes(), note) {
                Some(level) => Ok(Constant::Level(level, note)),
                None => {
                    let fault = self.fault(&literal.span, format!("`{text}` is no level"));
                    let help = match nearest(text, LEVELS.iter().copied()) {
                        Some(near) => format!("did you mean `{near}`?"),
                        None => format!("levels are {}; as a text: `{} ~ \"^{text}$\"`", LEVELS.join(", "), name.text),
                    };
                    Err(Box::new(fault.with_help(help)))
                }
            },
            Meaning::Time => window::parse_time(text, &self.sense.clock).map(Constant::Time).map_err(|_| {
                let fault = self.fault(&literal.span, format!("`{text}` is no time"));
                Box::new(fault.with_help(window::HELP))
            }),
            Meaning::Duration(unit) => {
                // A number without a unit is in that of the name, and milliseconds else.
                let bare = unit.unwrap_or(Unit::Milliseconds);
                let found = duration::milliseconds(text.as_bytes(), bare).filter(|found| found.is_finite());
                found.map(|found| Constant::Milliseconds(found, unit)).ok_or_else(|| {
                    let fault = self.fault(&literal.span, format!("`{text}` is no length of time"));
                    Box::new(fault.with_help("lengths of time are `250ms`, `1.5s`, `2m`, `1h30m`"))
                })
            }
            Meaning::Other if literal.quoted => Ok(Constant::Text(text.as_str().into())),
            Meaning::Other if number::is_number(text.as_bytes()) => Ok(Constant::Number(text.as_str().into())),
            Meaning::Other => Ok(match length_of_time(text) {
                Some(found) => {
                    Constant::Milliseconds(found, Some(unit_of_name(&name.text).unwrap_or(Unit::Milliseconds)))
                }
                None => Constant::Text(text.as_str().into()),
            }),
        }
    }
}

/// `250ms`, but neither a bare number nor a word.
fn length_of_time(text: &str) -> Option<f64> {
    let begins = text.starts_with(|letter: char| letter.is_ascii_digit());
    begins.then(|| duration::milliseconds(text.as_bytes(), Unit::Milliseconds)).flatten()
}

/// What the values under a name are, by the table of names that loggers use.
fn meaning(name: &str) -> Meaning {
    if name == "duration_ms" || name == Role::Duration.name() {
        // All names of durations: each has its own unit.
        return Meaning::Duration(None);
    }
    for (role, names) in NAMES {
        if names.contains(&name) {
            match role {
                Role::Level => return Meaning::Level(Note::Plain),
                Role::Time => return Meaning::Time,
                _ => {}
            }
        }
    }
    if OPEN_TELEMETRY_LEVELS.contains(&name) {
        return Meaning::Level(Note::OpenTelemetry);
    }
    let note = DURATIONS.iter().chain(OTHER_DURATIONS).find(|(known, _)| *known == name);
    if let Some((_, note)) = note {
        return Meaning::Duration(match note {
            Note::In(unit) => Some(*unit),
            _ => None,
        });
    }
    let with_unit = |end: &str| DURATIONS.iter().any(|(known, _)| name.strip_suffix(end) == Some(*known));
    match UNITS.iter().find(|(end, _)| with_unit(end)) {
        Some((_, unit)) => Meaning::Duration(Some(*unit)),
        None => Meaning::Other,
    }
}
