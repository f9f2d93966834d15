use std::io::Write;

use jiff::tz::TimeZone;
use proptest::prelude::*;
use tempfile::NamedTempFile;

use super::*;

fn reader() -> TimeReader {
    TimeReader::new(TimeZone::UTC, 0)
}

const SECOND: Nanos = 1_000_000_000;
const BEGIN: Nanos = 1_800_000_000 * SECOND;

/// A line: seconds since the line before it with a time, if it has one; and how long it is.
type Line = (Option<i64>, usize);

fn file(lines: &[Line], crlf: bool, ended: bool) -> (NamedTempFile, Vec<(u64, Nanos)>) {
    let (mut text, mut time, mut dated) = (String::new(), BEGIN, Vec::new());
    for (later, length) in lines {
        let start = text.len() as u64;
        let rest = "x".repeat(*length);
        match later {
            Some(later) => {
                time += later * SECOND;
                dated.push((start, time));
                text.push_str(&format!("{{\"ts\":{},\"m\":\"{rest}\"}}", time / SECOND));
            }
            None => text.push_str(&format!("  at {rest}")),
        }
        text.push_str(if crlf { "\r\n" } else { "\n" });
    }
    if !ended {
        text.truncate(text.trim_end().len());
    }
    let mut file = NamedTempFile::new().unwrap();
    file.write_all(text.as_bytes()).unwrap();
    (file, dated)
}

fn line() -> impl Strategy<Value = Line> {
    let later = prop_oneof![3 => (0..3i64).prop_map(Some), 2 => Just(None)];
    (later, prop_oneof![8 => 0..300usize, 2 => 1000..9000usize, 1 => 30_000..90_000usize])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]
    #[test]
    fn the_ends_of_a_window_are_where_reading_all_finds_them(
        lines in prop::collection::vec(line(), 0..300),
        (crlf, ended) in any::<(bool, bool)>(),
        ends in prop::collection::vec(-3..400i64, 8),
    ) {
        let (file, dated) = file(&lines, crlf, ended);
        let (fields, times) = (Fields::new(), reader());
        let mut probe = Probe::new(file.reopen().unwrap(), &fields, &times).unwrap();
        let Ok(samples) = samples(&mut probe) else { panic!("it is in order") };
        for end in ends {
            let time = BEGIN + end * SECOND;
            let expected = dated.iter().find(|(_, of)| *of >= time).map(|(start, _)| *start);
            prop_assert_eq!(place(&mut probe, &samples, time).unwrap(), expected);
        }
        prop_assert_eq!(probe.last().unwrap().map(|last| (last.start, last.time)), dated.last().copied());
    }

    #[test]
    fn lines_are_counted_back_and_on(lines in prop::collection::vec(line(), 1..100), from in 0..100usize, by in 0..50u64) {
        let (file, _) = file(&lines, false, true);
        let text = std::fs::read(file.path()).unwrap();
        let starts: Vec<u64> = [0].into_iter().chain(memchr::memchr_iter(b'\n', &text).map(|at| at as u64 + 1)).collect();
        let from = from.min(lines.len());
        let (fields, times) = (Fields::new(), reader());
        let mut probe = Probe::new(file.reopen().unwrap(), &fields, &times).unwrap();
        prop_assert_eq!(probe.back(starts[from], by).unwrap(), starts[from.saturating_sub(by as usize)]);
        prop_assert_eq!(probe.on(starts[from], by).unwrap(), starts[(from + by as usize).min(lines.len())]);
        prop_assert_eq!(probe::lines_before(file.as_file(), starts[from]).unwrap(), from as u64);
    }
}

fn chosen(file: &NamedTempFile, since: Option<i64>, until: Option<i64>) -> Option<Part> {
    let at = |seconds: i64| BEGIN + seconds * SECOND;
    let window = Window { since: since.map(at), until: until.map(at) };
    let (fields, times) = (Fields::new(), reader());
    let sought = Sought { fields: &fields, times: &times, window, around: 0 };
    Parts::find(&[Origin::File(file.path().to_owned())], &sought).at(0).cloned()
}

#[test]
fn no_more_is_read_than_the_window_lies_in_and_lines_of_keys_before_it() {
    let lines: Vec<Line> = (0..5000).map(|number| (Some(i64::from(number > 0)), 20)).collect();
    let (file, dated) = file(&lines, false, true);
    let length = file.as_file().metadata().unwrap().len();
    let start = |entry: i64| dated[entry as usize].0;
    let part = chosen(&file, Some(1000), Some(1010)).unwrap();
    assert_eq!(part.bytes, start(1000 - KEY_LINES as i64)..start(1010 + KEY_LINES as i64));
    assert_eq!(part.unread, length - (part.bytes.end - part.bytes.start));
    assert_eq!(chosen(&file, None, Some(1010)).unwrap().bytes, 0..start(1010 + KEY_LINES as i64));
    assert_eq!(chosen(&file, Some(4990), None).unwrap().bytes, start(4990 - KEY_LINES as i64)..u64::MAX);
    assert_eq!(
        chosen(&file, Some(6000), None).unwrap(),
        Part { bytes: length..u64::MAX, unread: length, extent: (BEGIN, BEGIN + 4999 * SECOND) }
    );
    assert_eq!(chosen(&file, None, Some(-1)).unwrap().bytes, 0..start(KEY_LINES as i64));
    assert_eq!(chosen(&file, Some(-5), None).unwrap().unread, 0);
    assert_eq!(chosen(&file, None, None), None);
}

#[test]
fn what_is_not_in_order_or_has_no_times_is_read_whole() {
    let mut lines: Vec<Line> = vec![(Some(1), 500); 500];
    lines[250].0 = Some(-100);
    assert_eq!(chosen(&file(&lines, false, true).0, Some(300), Some(310)), None);
    assert_eq!(chosen(&file(&[(None, 500); 500], false, true).0, Some(300), Some(310)), None);
    assert_eq!(chosen(&file(&[], false, true).0, Some(300), Some(310)), None);
}
