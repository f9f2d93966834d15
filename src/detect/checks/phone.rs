//! Telephone numbers by numbering plan.

use std::ops::RangeInclusive;

/// Digits of an E.164 number, country code and all.
const TOTAL: RangeInclusive<usize> = 7..=15;

/// Length of the country calling code (1 to 3 digits) where `digits`, what follows the `+` without
/// its punctuation, is a number of that country's plan; else None. A trunk `0` right after the
/// country code, as in `+44 (0) 20 ...`, is tolerated.
///
/// Generous: a plan is its lengths and first digits, and what is unassigned, fictional or newer
/// than the table is let through where these fit. Under +1 any exchange is taken, so that the
/// `+1 555 123 4567` of examples is found.
///
/// Source: ITU-T E.164 and the list of its assigned codes (Operational Bulletin); lengths and
/// first digits from the national plans notified under E.129, as gathered by libphonenumber
/// (release 9.0). A look-up of 216 rows, nothing is allocated.
pub fn international(digits: &[u8]) -> Option<usize> {
    if !TOTAL.contains(&digits.len()) || !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    // No code is the beginning of another, so that at most one fits.
    let mut code = 0;
    for length in 1..=3 {
        code = code * 10 + u16::from(digits[length - 1] - b'0');
        let Ok(place) = PLANS.binary_search_by_key(&code, |plan| plan.code) else {
            continue;
        };
        let fits = |national: &[u8]| TOTAL.contains(&(length + national.len())) && PLANS[place].allows(national);
        let national = &digits[length..];
        let found = fits(national) || national.strip_prefix(b"0").is_some_and(fits);
        return found.then_some(length);
    }
    None
}

/// Whether ten ASCII digits are a number of the North American plan: area code 2-9 and no `N11`,
/// exchange 2-9. Under area code 555, which is nobody's and stands in examples, any exchange is
/// taken, and 555-01xx, kept for fiction, is a number like any other.
///
/// Source: NANPA, "NANP Numbering Format" and ATIS-0300051.
pub fn nanp(digits: &[u8]) -> bool {
    digits.len() == 10
        && digits.iter().all(u8::is_ascii_digit)
        && digits[0] >= b'2'
        && &digits[1..3] != b"11"
        && (digits[3] >= b'2' || digits.starts_with(b"555"))
}

/// What is asked of the national (significant) numbers of a country calling code.
struct Plan {
    code: u16,
    /// Bit n: numbers of n digits.
    lengths: u16,
    /// Bit n: numbers that begin with the digit n.
    leading: u16,
}

impl Plan {
    fn allows(&self, national: &[u8]) -> bool {
        national.first().is_some_and(|&first| {
            national.len() < 16 && self.lengths >> national.len() & 1 == 1 && self.leading >> (first - b'0') & 1 == 1
        })
    }
}

const fn plan(code: u16, lengths: &[u8], leading: &[u8]) -> Plan {
    let mut row = Plan { code, lengths: 0, leading: 0 };
    let mut place = 0;
    while place < lengths.len() {
        row.lengths |= 1 << lengths[place];
        place += 1;
    }
    place = 0;
    while place < leading.len() {
        row.leading |= 1 << (leading[place] - b'0');
        place += 1;
    }
    row
}

/// Every assigned country calling code. Behind each: ISO codes of the countries, at most six.
/// Wider than today's plans where numbers of an older one are still in logs: Mexico's mobile `1`,
/// eight digits in Benin and the Ivory Coast.
#[rustfmt::skip]
static PLANS: [Plan; 216] = [
    plan(1, &[10], b"23456789"), // US CA AG AI AS BS and the rest of the North American plan
    plan(7, &[10], b"34789"), // RU KZ
    plan(20, &[8, 9, 10], b"12345689"), // EG
    plan(27, &[5, 6, 7, 8, 9, 10], b"123456789"), // ZA
    plan(30, &[10, 11, 12], b"256789"), // GR
    plan(31, &[5, 6, 7, 8, 9, 10, 11], b"123456789"), // NL
    plan(32, &[8, 9], b"123456789"), // BE
    plan(33, &[9], b"123456789"), // FR
    plan(34, &[9], b"456789"), // ES
    plan(36, &[8, 9], b"123456789"), // HU
    plan(39, &[6, 7, 8, 9, 10, 11, 12], b"0134578"), // IT VA
    plan(40, &[6, 9], b"23789"), // RO
    plan(41, &[9, 12], b"23456789"), // CH
    plan(43, &[5, 6, 7, 8, 9, 10, 11, 12, 13], b"123456789"), // AT
    plan(44, &[7, 9, 10], b"1235789"), // GB GG IM JE
    plan(45, &[8], b"23456789"), // DK
    plan(46, &[6, 7, 8, 9, 10, 12], b"123456789"), // SE
    plan(47, &[5, 8], b"023456789"), // NO SJ
    plan(48, &[6, 7, 8, 9, 10], b"123456789"), // PL
    plan(49, &[5, 6, 7, 8, 9, 10, 11, 12, 13], b"123456789"), // DE
    plan(51, &[8, 9], b"1456789"), // PE
    plan(52, &[10, 11], b"123456789"), // MX
    plan(53, &[6, 7, 8, 10], b"2345678"), // CU
    plan(54, &[10, 11], b"123689"), // AR
    plan(55, &[8, 9, 10, 11], b"123456789"), // BR
    plan(56, &[9, 10, 11], b"123456789"), // CL
    plan(57, &[8, 10, 11], b"13469"), // CO
    plan(58, &[10], b"245689"), // VE
    plan(60, &[8, 9, 10], b"13456789"), // MY
    plan(61, &[5, 6, 7, 8, 9, 10, 12], b"123478"), // AU CC CX
    plan(62, &[7, 8, 9, 10, 11, 12, 13], b"0123456789"), // ID
    plan(63, &[6, 8, 9, 10, 11, 12, 13], b"123456789"), // PH
    plan(64, &[5, 6, 7, 8, 9, 10], b"123456789"), // NZ
    plan(65, &[8, 10, 11], b"136789"), // SG
    plan(66, &[8, 9, 10, 13], b"0123456789"), // TH
    plan(81, &[8, 9, 10, 11, 12, 13], b"0123456789"), // JP
    plan(82, &[5, 6, 8, 9, 10, 11, 12, 13], b"012345678"), // KR
    plan(84, &[7, 8, 9, 10], b"12356789"), // VN
    plan(86, &[7, 8, 9, 10, 11, 12], b"123456789"), // CN
    plan(90, &[7, 10, 12, 13], b"234589"), // TR
    plan(91, &[8, 9, 10, 11, 12, 13], b"0123456789"), // IN
    plan(92, &[8, 9, 10, 11, 12], b"123456789"), // PK
    plan(93, &[9], b"234567"), // AF
    plan(94, &[9], b"123456789"), // LK
    plan(95, &[6, 7, 8, 9, 10], b"12456789"), // MM
    plan(98, &[5, 6, 7, 10], b"123456789"), // IR
    plan(211, &[9], b"19"), // SS
    plan(212, &[9], b"5678"), // MA EH
    plan(213, &[8, 9], b"123456789"), // DZ
    plan(216, &[8], b"2345789"), // TN
    plan(218, &[9], b"23456789"), // LY
    plan(220, &[7, 9], b"23456789"), // GM
    plan(221, &[9], b"3789"), // SN
    plan(222, &[8], b"2348"), // MR
    plan(223, &[8], b"2456789"), // ML
    plan(224, &[8, 9], b"367"), // GN
    plan(225, &[8, 10], b"0123456789"), // CI
    plan(226, &[8], b"024567"), // BF
    plan(227, &[8], b"02789"), // NE
    plan(228, &[8], b"279"), // TG
    plan(229, &[8, 10], b"0123456789"), // BJ
    plan(230, &[7, 8, 10], b"2345678"), // MU
    plan(231, &[7, 8, 9], b"2345678"), // LR
    plan(232, &[8], b"236789"), // SL
    plan(233, &[8, 9], b"2358"), // GH
    plan(234, &[10, 11, 12], b"2789"), // NG
    plan(235, &[8], b"236789"), // TD
    plan(236, &[8], b"2678"), // CF
    plan(237, &[8, 9], b"268"), // CM
    plan(238, &[7], b"234589"), // CV
    plan(239, &[7], b"29"), // ST
    plan(240, &[9], b"23589"), // GQ
    plan(241, &[7, 8], b"01234567"), // GA
    plan(242, &[9], b"028"), // CG
    plan(243, &[7, 8, 9, 10], b"12345689"), // CD
    plan(244, &[9], b"29"), // AO
    plan(245, &[7, 9], b"49"), // GW
    plan(246, &[7], b"3"), // IO
    plan(247, &[5, 6], b"0123456789"), // AC
    plan(248, &[7], b"24689"), // SC
    plan(249, &[9], b"19"), // SD
    plan(250, &[8, 9], b"02789"), // RW
    plan(251, &[9], b"12345789"), // ET
    plan(252, &[6, 7, 8, 9], b"123456789"), // SO
    plan(253, &[8], b"27"), // DJ
    plan(254, &[7, 8, 9, 10], b"12456789"), // KE
    plan(255, &[9], b"2456789"), // TZ
    plan(256, &[9], b"234789"), // UG
    plan(257, &[8], b"2367"), // BI
    plan(258, &[8, 9], b"28"), // MZ
    plan(260, &[9], b"256789"), // ZM
    plan(261, &[9], b"23"), // MG
    plan(262, &[9], b"26789"), // RE YT
    plan(263, &[7, 9, 10], b"235678"), // ZW
    plan(264, &[8, 9], b"68"), // NA
    plan(265, &[7, 9], b"123789"), // MW
    plan(266, &[8], b"2568"), // LS
    plan(267, &[7, 8, 10], b"023456789"), // BW
    plan(268, &[8, 9], b"02379"), // SZ
    plan(269, &[7], b"3478"), // KM
    plan(290, &[4, 5], b"25689"), // SH TA
    plan(291, &[7], b"178"), // ER
    plan(297, &[7], b"256789"), // AW
    plan(298, &[6], b"23456789"), // FO
    plan(299, &[6], b"123456789"), // GL
    plan(350, &[8], b"256"), // GI
    plan(351, &[9], b"1236789"), // PT
    plan(352, &[4, 5, 6, 7, 8, 9, 10, 11], b"23456789"), // LU
    plan(353, &[7, 8, 9, 10], b"12456789"), // IE
    plan(354, &[7, 9], b"3456789"), // IS
    plan(355, &[6, 7, 8, 9], b"23456789"), // AL
    plan(356, &[8], b"235789"), // MT
    plan(357, &[8], b"25789"), // CY
    plan(358, &[5, 6, 7, 8, 9, 10, 11, 12], b"123456789"), // FI AX
    plan(359, &[6, 7, 8, 9, 12], b"023456789"), // BG
    plan(370, &[8], b"3456789"), // LT
    plan(371, &[8], b"26789"), // LV
    plan(372, &[7, 8, 10], b"3456789"), // EE
    plan(373, &[8], b"2356789"), // MD
    plan(374, &[8], b"123456789"), // AM
    plan(375, &[6, 7, 8, 9, 10, 11], b"123489"), // BY
    plan(376, &[6, 8, 9], b"1356789"), // AD
    plan(377, &[8, 9], b"346789"), // MC
    plan(378, &[8, 10], b"0567"), // SM
    plan(379, &[6, 7, 8, 9, 10, 11], b"0123456789"), // VA, assigned and not in use
    plan(380, &[9, 10], b"3456789"), // UA
    plan(381, &[6, 7, 8, 9, 10, 11, 12], b"1236789"), // RS
    plan(382, &[8, 9], b"23456789"), // ME
    plan(383, &[8, 9, 10, 11, 12], b"23489"), // XK
    plan(385, &[7, 8, 9], b"123456789"), // HR
    plan(386, &[5, 6, 7, 8], b"123456789"), // SI
    plan(387, &[8, 9], b"3456789"), // BA
    plan(389, &[8], b"234578"), // MK
    plan(420, &[9, 10, 11, 12], b"23456789"), // CZ
    plan(421, &[6, 7, 9], b"2345689"), // SK
    plan(423, &[7, 9], b"236789"), // LI
    plan(500, &[5], b"234567"), // FK
    plan(501, &[7, 11], b"02345678"), // BZ
    plan(502, &[8, 11], b"12345678"), // GT
    plan(503, &[7, 8, 11], b"256789"), // SV
    plan(504, &[8, 11], b"23789"), // HN
    plan(505, &[8], b"125678"), // NI
    plan(506, &[8, 10], b"23456789"), // CR
    plan(507, &[7, 8, 10, 11], b"0123456789"), // PA
    plan(508, &[6, 9], b"23456789"), // PM
    plan(509, &[8], b"234589"), // HT
    plan(590, &[9], b"56789"), // GP BL MF
    plan(591, &[8, 9], b"2345678"), // BO
    plan(592, &[7], b"23456789"), // GY
    plan(593, &[8, 9, 10, 11], b"12345679"), // EC
    plan(594, &[9], b"56789"), // GF
    plan(595, &[6, 7, 8, 9, 10, 11], b"23456789"), // PY
    plan(596, &[9], b"56789"), // MQ
    plan(597, &[6, 7], b"23456789"), // SR
    plan(598, &[4, 5, 6, 7, 8, 9, 10, 11, 12], b"012489"), // UY
    plan(599, &[7, 8], b"34679"), // CW BQ
    plan(670, &[7, 8], b"234789"), // TL
    plan(672, &[6], b"13"), // NF
    plan(673, &[7], b"234578"), // BN
    plan(674, &[7], b"2456789"), // NR
    plan(675, &[7, 8], b"123456789"), // PG
    plan(676, &[5, 7], b"023456789"), // TO
    plan(677, &[5, 7], b"123456789"), // SB
    plan(678, &[5, 7], b"2345789"), // VU
    plan(679, &[7, 11], b"023456789"), // FJ
    plan(680, &[7], b"23456789"), // PW
    plan(681, &[6, 9], b"4789"), // WF
    plan(682, &[5], b"234578"), // CK
    plan(683, &[4, 7], b"45678"), // NU
    plan(685, &[5, 6, 7, 10], b"2345678"), // WS
    plan(686, &[5, 8], b"2345678"), // KI
    plan(687, &[6], b"02345789"), // NC
    plan(688, &[5, 6, 7], b"279"), // TV
    plan(689, &[6, 8, 9], b"48"), // PF
    plan(690, &[4, 5, 6, 7], b"2347"), // TK
    plan(691, &[7], b"389"), // FM
    plan(692, &[7], b"23456"), // MH
    plan(800, &[8], b"0123456789"), // international freephone
    plan(808, &[8], b"123456789"), // shared cost
    plan(850, &[8, 10], b"12345678"), // KP
    plan(852, &[5, 6, 7, 8, 9, 11], b"23456789"), // HK
    plan(853, &[7, 8], b"0268"), // MO
    plan(855, &[8, 9, 10], b"123456789"), // KH
    plan(856, &[8, 9, 10], b"2345678"), // LA
    plan(870, &[9, 12], b"23567"), // Inmarsat
    plan(878, &[12], b"1"), // personal numbers
    plan(880, &[6, 7, 8, 9, 10], b"123456789"), // BD
    plan(881, &[9, 10], b"01236789"), // satellites
    plan(882, &[7, 8, 9, 10, 11, 12], b"123459"), // networks
    plan(883, &[8, 9, 10, 11, 12], b"12345"), // networks
    plan(886, &[7, 8, 9, 10, 11], b"23456789"), // TW
    plan(888, &[11], b"0123456789"), // disaster relief
    plan(960, &[7, 10], b"346789"), // MV
    plan(961, &[7, 8], b"123456789"), // LB
    plan(962, &[8, 9], b"23456789"), // JO
    plan(963, &[8, 9], b"123459"), // SY
    plan(964, &[8, 9, 10], b"1234567"), // IQ
    plan(965, &[7, 8], b"124569"), // KW
    plan(966, &[9, 10], b"1589"), // SA
    plan(967, &[7, 8, 9], b"1234567"), // YE
    plan(968, &[7, 8, 9], b"125789"), // OM
    plan(970, &[8, 9, 10], b"124589"), // PS
    plan(971, &[5, 6, 7, 8, 9, 10, 11, 12], b"23456789"), // AE
    plan(972, &[7, 8, 9, 10, 11, 12], b"12345789"), // IL
    plan(973, &[8], b"136789"), // BH
    plan(974, &[7, 8, 9, 11], b"02345678"), // QA
    plan(975, &[7, 8], b"12345678"), // BT
    plan(976, &[8, 9, 10], b"1256789"), // MN
    plan(977, &[8, 10, 11], b"123456789"), // NP
    plan(979, &[9], b"1359"), // premium rate
    plan(992, &[9], b"0123456789"), // TJ
    plan(993, &[8], b"1234567"), // TM
    plan(994, &[9], b"123456789"), // AZ
    plan(995, &[9], b"34578"), // GE
    plan(996, &[9, 10], b"2356789"), // KG
    plan(998, &[9], b"2356789"), // UZ
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_many_countries_are_told_with_their_code() {
        for (digits, code) in [
            ("14155552671", 1),
            ("15551234567", 1),
            ("79161234567", 1),
            ("442079460958", 2),
            ("447700900123", 2),
            ("4930123456", 2),
            ("4915112345678", 2),
            ("33123456789", 2),
            ("81312345678", 2),
            ("819012345678", 2),
            ("8613812345678", 2),
            ("919876543210", 2),
            ("5511987654321", 2),
            ("5215512345678", 2),
            ("390612345678", 2),
            ("302101234567", 2),
            ("61412345678", 2),
            ("353861234567", 3),
            ("358401234567", 3),
            ("971501234567", 3),
            ("85251234567", 3),
            ("2348012345678", 3),
            ("29024321", 3),
            ("2908432", 3),
        ] {
            assert_eq!(international(digits.as_bytes()), Some(code), "{digits}");
        }
    }

    #[test]
    fn a_trunk_zero_after_the_code_is_tolerated_once() {
        for digits in ["4402079460958", "49030123456", "330123456789", "610412345678"] {
            assert_eq!(international(digits.as_bytes()), Some(2), "{digits}");
        }
        assert_eq!(international(b"44002079460958"), None);
        assert_eq!(international(b"4400207946095"), None);
    }

    #[test]
    fn a_digit_less_or_more_than_the_plan_fails() {
        for digits in ["14155552671", "33123456789", "4522345678", "34612345678", "79161234567"] {
            let (longer, shorter) = (format!("{digits}5"), &digits[..digits.len() - 1]);
            assert!(international(digits.as_bytes()).is_some(), "{digits}");
            assert_eq!(international(longer.as_bytes()), None, "{longer}");
            assert_eq!(international(shorter.as_bytes()), None, "{shorter}");
        }
    }

    #[test]
    fn a_first_digit_that_the_plan_lacks_fails() {
        for digits in ["11234567890", "10234567890", "446123456789", "330023456789", "211212345678", "258912345678"] {
            assert_eq!(international(digits.as_bytes()), None, "{digits}");
        }
    }

    #[test]
    fn codes_that_are_not_assigned_fail() {
        for code in [210, 259, 289, 384, 388, 425, 671, 684, 699, 801, 839, 857, 889, 969, 999] {
            for length in 3..=12 {
                let digits = format!("{code}{:2<length$}", "");
                assert_eq!(international(digits.as_bytes()), None, "{digits}");
            }
        }
    }

    #[test]
    fn nothing_shorter_than_seven_or_longer_than_fifteen_digits_passes() {
        for code in PLANS.iter().map(|plan| plan.code) {
            for first in b'0'..=b'9' {
                for length in (0..=24).filter(|length| !TOTAL.contains(length)) {
                    let mut digits = code.to_string().into_bytes();
                    digits.push(first);
                    digits.resize(length, b'5');
                    assert_eq!(international(&digits), None);
                }
            }
        }
    }

    #[test]
    fn the_table_is_sorted_and_no_code_begins_another() {
        assert!(PLANS.is_sorted_by(|a, b| a.code < b.code));
        for plan in &PLANS {
            assert!(plan.lengths != 0 && plan.leading != 0);
            for shorter in [plan.code / 10, plan.code / 100].iter().filter(|code| **code > 0) {
                assert!(PLANS.iter().all(|other| other.code != *shorter), "{}", plan.code);
            }
        }
    }

    #[test]
    fn nanp_asks_for_area_and_exchange() {
        for digits in [b"4155552671", b"2125550123", b"5551234567", b"9802345678"] {
            assert!(nanp(digits));
        }
        for digits in [
            &b"1155552671"[..],
            b"0155552671",
            b"4111552671",
            b"9115552671",
            b"4151552671",
            b"4150552671",
            b"415555267",
            b"41555526711",
            b"415-555-26",
        ] {
            assert!(!nanp(digits), "{}", digits.escape_ascii());
        }
    }
}
