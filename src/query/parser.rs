//! The grammar.
//!
//! ```text
//! expression = and { ("or" | "||") and }
//! and        = not { ("and" | "&&") not }
//! not        = ("not" | "!") not | "(" expression ")" | test
//! test       = "exists" NAME | "missing" NAME | "exists" "(" NAME ")" | "missing" "(" NAME ")"
//!            | NAME ("exists" | "missing")
//!            | NAME ["not"] "in" "(" LITERAL { "," LITERAL } ")"
//!            | NAME ["not"] "contains" LITERAL
//!            | NAME SIGN LITERAL
//!            | QUOTED
//! ```

use super::Fault;
use super::ast::{Expr, Literal, Name, Relation, Span};
use super::lexer::{BadToken, Kind, Token, tokens};
use crate::diagnostics::{Diagnostic, Place, Source, nearest};
use std::sync::Arc;

/// How deep parentheses and negations go.
const DEEPEST: usize = 100;

/// Words that are no names, where an operator can stand.
const OPERATORS: &[&str] = &["and", "or", "in", "contains", "exists", "missing", "not"];

/// Reads `text`; `source` is the same as it may be shown.
///
/// # Errors
/// The first fault.
pub fn parse(text: &str, source: &Arc<Source>) -> Result<Expr, Fault> {
    let fault = |span: Span, said: String| Box::new(Diagnostic::error(said).at(Place::new(source, span)));
    let tokens = tokens(text).map_err(|bad| match bad {
        BadToken::Open(span) => fault(span, "the quote is never closed".to_owned()),
        BadToken::Sign(span, meant) => {
            let help = format!("write `{meant}`, or put what holds it in quotes");
            Box::new(fault(span, "a single sign means nothing here".to_owned()).with_help(help))
        }
    })?;
    let mut parser = Parser { source, tokens, at: 0, depth: 0 };
    if parser.is(&Kind::End) {
        let help = "`level >= error and duration > 500ms`";
        return Err(Box::new(Diagnostic::error("the expression is empty").with_help(help)));
    }
    let expr = parser.any()?;
    match parser.peek().kind {
        Kind::End => Ok(expr),
        Kind::Close => Err(parser.fault("there is no `(` for this")),
        _ => Err(parser.expected_operator()),
    }
}

struct Parser<'a> {
    source: &'a Arc<Source>,
    tokens: Vec<Token>,
    at: usize,
    depth: usize,
}

impl Parser<'_> {
    fn peek(&self) -> &Token {
        &self.tokens[self.at]
    }

    fn is(&self, kind: &Kind) -> bool {
        self.peek().kind == *kind
    }

    /// Whether the next token is this word, in any case.
    fn is_word(&self, word: &str) -> bool {
        matches!(&self.peek().kind, Kind::Word(text) if text.eq_ignore_ascii_case(word))
    }

    fn take(&mut self) -> Token {
        let token = self.tokens[self.at].clone();
        // The end stays.
        self.at = (self.at + 1).min(self.tokens.len() - 1);
        token
    }

    fn take_word(&mut self, word: &str) -> bool {
        let is = self.is_word(word);
        if is {
            self.take();
        }
        is
    }

    fn take_sign(&mut self, sign: &'static str) -> bool {
        let is = self.is(&Kind::Sign(sign));
        if is {
            self.take();
        }
        is
    }

    fn any(&mut self) -> Result<Expr, Fault> {
        let mut parts = vec![self.all()?];
        while self.take_word("or") || self.take_sign("||") {
            parts.push(self.all()?);
        }
        Ok(if parts.len() == 1 { parts.remove(0) } else { Expr::Any(parts) })
    }

    fn all(&mut self) -> Result<Expr, Fault> {
        let mut parts = vec![self.not()?];
        while self.take_word("and") || self.take_sign("&&") {
            parts.push(self.not()?);
        }
        Ok(if parts.len() == 1 { parts.remove(0) } else { Expr::All(parts) })
    }

    fn not(&mut self) -> Result<Expr, Fault> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(self.fault("the expression is nested too deep"));
        }
        let expr = if self.take_word("not") || self.take_sign("!") {
            Expr::Not(Box::new(self.not()?))
        } else if self.is(&Kind::Open) {
            let open = self.take().span;
            let expr = self.any()?;
            if !self.is(&Kind::Close) {
                if self.is(&Kind::End) {
                    return Err(self.fault_at(open, "this `(` is never closed"));
                }
                return Err(self.expected_operator());
            }
            self.take();
            expr
        } else {
            self.test()?
        };
        self.depth -= 1;
        Ok(expr)
    }

    fn test(&mut self) -> Result<Expr, Fault> {
        for (word, negated) in [("exists", false), ("missing", true)] {
            // A field may have that name: then an operator follows.
            if self.is_word(word) && matches!(self.tokens[self.at + 1].kind, Kind::Word(_) | Kind::Open) {
                self.take();
                let open = self.is(&Kind::Open).then(|| self.take().span);
                let name = self.name()?;
                match open {
                    Some(open) if !self.is(&Kind::Close) => {
                        return Err(self.fault_at(open, "this `(` is never closed"));
                    }
                    Some(_) => drop(self.take()),
                    None => {}
                }
                return Ok(negate(Expr::Exists(name), negated));
            }
        }
        if let Kind::Quoted(text) = &self.peek().kind {
            let text = text.clone();
            let token = self.take();
            return match self.peek().kind {
                Kind::Sign("&&" | "||" | "!") => Ok(Expr::Text(text)),
                Kind::Sign(_) => self.compared(Name { text, span: token.span }),
                _ => Ok(Expr::Text(text)),
            };
        }
        let name = self.name()?;
        self.compared(name)
    }

    fn name(&mut self) -> Result<Name, Fault> {
        match &self.peek().kind {
            Kind::Word(text) => {
                let text = text.clone();
                Ok(Name { text, span: self.take().span })
            }
            Kind::Quoted(text) => {
                let text = text.clone();
                Ok(Name { text, span: self.take().span })
            }
            Kind::End => Err(self.fault("the expression ends where a field is expected")),
            _ => Err(self.fault("a field is expected here")),
        }
    }

    /// What follows a field's name.
    fn compared(&mut self, name: Name) -> Result<Expr, Fault> {
        let negated = self.is_word("not") && {
            self.take();
            true
        };
        if self.take_word("in") {
            return Ok(negate(Expr::Is(name, Relation::Equal, self.list()?), negated));
        }
        if self.take_word("contains") {
            return Ok(negate(Expr::Is(name, Relation::Contains, vec![self.literal()?]), negated));
        }
        if negated {
            return Err(self.fault("`in` or `contains` is expected here"));
        }
        if self.take_word("exists") {
            return Ok(Expr::Exists(name));
        }
        if self.take_word("missing") {
            return Ok(negate(Expr::Exists(name), true));
        }
        let (relation, negated) = match self.peek().kind {
            Kind::Sign("=" | "==") => (Relation::Equal, false),
            Kind::Sign("!=" | "<>") => (Relation::Equal, true),
            Kind::Sign("<") => (Relation::Less, false),
            Kind::Sign("<=") => (Relation::LessOrEqual, false),
            Kind::Sign(">") => (Relation::Greater, false),
            Kind::Sign(">=") => (Relation::GreaterOrEqual, false),
            Kind::Sign("~" | "=~") => (Relation::Matches, false),
            Kind::Sign("!~") => (Relation::Matches, true),
            _ => return Err(self.no_comparison(&name)),
        };
        self.take();
        let literal = self.literal()?;
        // `null` is no value: to be equal to it is to be missing.
        if relation == Relation::Equal && !literal.quoted && literal.text == "null" {
            return Ok(negate(Expr::Exists(name), !negated));
        }
        Ok(negate(Expr::Is(name, relation, vec![literal]), negated))
    }

    fn list(&mut self) -> Result<Vec<Literal>, Fault> {
        if !self.is(&Kind::Open) {
            return Err(Box::new(self.fault("a list is expected here").with_help("`level in (error, critical)`")));
        }
        let open = self.take().span;
        let mut literals = vec![self.literal()?];
        while self.is(&Kind::Comma) {
            self.take();
            literals.push(self.literal()?);
        }
        if !self.is(&Kind::Close) {
            return Err(self.fault_at(open, "this `(` is never closed"));
        }
        self.take();
        Ok(literals)
    }

    fn literal(&mut self) -> Result<Literal, Fault> {
        let (text, quoted) = match &self.peek().kind {
            Kind::Word(text) => (text.clone(), false),
            Kind::Quoted(text) => (text.clone(), true),
            Kind::End => return Err(self.fault("the expression ends where a value is expected")),
            _ => {
                let fault = self.fault("a value is expected here");
                return Err(Box::new(fault.with_help("what holds signs or parentheses stands in quotes")));
            }
        };
        Ok(Literal { text, quoted, span: self.take().span })
    }

    fn fault(&self, said: &str) -> Fault {
        self.fault_at(self.peek().span.clone(), said)
    }

    fn fault_at(&self, span: Span, said: &str) -> Fault {
        Box::new(Diagnostic::error(said).at(Place::new(self.source, span)))
    }

    /// A name stands alone.
    fn no_comparison(&self, name: &Name) -> Fault {
        let fault = self.fault(&format!("`{}` is compared with nothing", name.text));
        let Kind::Word(word) = &self.peek().kind else {
            let help = format!("`exists {0}`, or `\"{0}\"` in quotes for lines that hold this text", name.text);
            return Box::new(fault.with_help(help));
        };
        Box::new(fault.with_help(match word.to_ascii_lowercase().as_str() {
            "like" | "has" | "matches" | "is" => {
                "the comparisons are `=`, `!=`, `<`, `<=`, `>`, `>=`, `~` (a pattern), `!~`, `contains`, `in`, `exists`, `missing`".to_owned()
            }
            word => match nearest(word, OPERATORS.iter().copied()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => "a value of several words stands in quotes".to_owned(),
            },
        }))
    }

    /// Something stands where `and` or `or` is expected.
    fn expected_operator(&self) -> Fault {
        let fault = self.fault("`and` or `or` is expected here");
        let help = match &self.peek().kind {
            Kind::Word(word) => match nearest(word, ["and", "or"]) {
                Some(near) => format!("did you mean `{near}`?"),
                None => "a value of several words stands in quotes".to_owned(),
            },
            _ => return fault,
        };
        Box::new(fault.with_help(help))
    }
}

fn negate(expr: Expr, negated: bool) -> Expr {
    if negated { Expr::Not(Box::new(expr)) } else { expr }
}
