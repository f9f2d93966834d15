//! Business hours: days of the week and times of day in a zone.

use jiff::Timestamp;
use jiff::civil::{Time, Weekday};
use jiff::tz::TimeZone;

use crate::config::Layers;
use crate::entry::time::Nanos;
use crate::window;

/// When people work.
#[derive(Debug, Clone)]
pub struct Hours {
    days: Vec<Weekday>,
    from: Time,
    to: Time,
    zone: TimeZone,
    /// As it is shown.
    pub text: String,
}

const DAYS: [(&str, Weekday); 7] = [
    ("mon", Weekday::Monday),
    ("tue", Weekday::Tuesday),
    ("wed", Weekday::Wednesday),
    ("thu", Weekday::Thursday),
    ("fri", Weekday::Friday),
    ("sat", Weekday::Saturday),
    ("sun", Weekday::Sunday),
];

impl Hours {
    /// Those of the config, which was checked; None where it names none.
    pub fn of(layers: &Layers) -> Option<Hours> {
        let text = |key: &str| {
            let (node, _) = layers.get(&format!("audit.business_hours.{key}"))?;
            Some(node.text()?.to_owned())
        };
        let time = |key: &str| -> Option<(Time, String)> {
            let text = text(key)?;
            let (hour, minute) = text.split_once(':')?;
            let minute = minute.split(':').next()?;
            Some((Time::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0).ok()?, text))
        };
        let ((from, from_text), (to, to_text)) = (time("from")?, time("to")?);
        let zone_text = text("timezone").unwrap_or_else(|| "UTC".to_owned());
        let zone = window::zone(&zone_text).ok()?;
        let mut names: Vec<String> = layers.texts("audit.business_hours.days");
        names.iter_mut().for_each(|name| name.make_ascii_lowercase());
        if names.is_empty() {
            names = DAYS[..5].iter().map(|(name, _)| (*name).to_owned()).collect();
        }
        let days = DAYS.iter().filter(|(name, _)| names.iter().any(|known| known == name));
        let days: Vec<Weekday> = days.map(|(_, day)| *day).collect();
        let text = format!("{} {from_text} to {to_text} {zone_text}", names.join(", "));
        Some(Hours { days, from, to, zone, text })
    }

    /// Whether a time is outside of them.
    pub fn is_outside(&self, time: Nanos) -> bool {
        let Ok(stamp) = Timestamp::from_nanosecond(i128::from(time)) else { return false };
        let local = self.zone.to_datetime(stamp);
        !self.days.contains(&local.weekday()) || local.time() < self.from || local.time() >= self.to
    }
}
